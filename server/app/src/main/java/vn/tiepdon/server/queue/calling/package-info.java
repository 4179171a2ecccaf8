/** What rooms and the desk do with numbers: call, send on, put back, pause, settle, and take back. */
@NamedInterface("calling")
package vn.tiepdon.server.queue.calling;

import org.springframework.modulith.NamedInterface;
