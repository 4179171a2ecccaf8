/** How numbers are given: under the lock of their queue, in a transaction that is tried again. */
@NamedInterface("numbers")
package vn.tiepdon.server.queue.numbers;

import org.springframework.modulith.NamedInterface;
