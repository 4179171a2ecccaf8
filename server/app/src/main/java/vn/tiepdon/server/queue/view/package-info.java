/** The queues and rooms as they stand, to be looked at; nothing here locks. */
@NamedInterface("view")
package vn.tiepdon.server.queue.view;

import org.springframework.modulith.NamedInterface;
