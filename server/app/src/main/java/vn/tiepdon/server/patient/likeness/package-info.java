/** How likely two entries speak of one person: pure functions, explained in docs/people.md. */
@NamedInterface("likeness")
package vn.tiepdon.server.patient.likeness;

import org.springframework.modulith.NamedInterface;
