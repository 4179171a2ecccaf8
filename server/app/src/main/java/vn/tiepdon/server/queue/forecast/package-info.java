/** How long people will still wait, as docs/queue.md explains. */
@NamedInterface("forecast")
package vn.tiepdon.server.queue.forecast;

import org.springframework.modulith.NamedInterface;
