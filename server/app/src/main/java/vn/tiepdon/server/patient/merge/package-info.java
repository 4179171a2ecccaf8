/** Two people become one and two again, in every table that has rows of theirs. */
@NamedInterface("merge")
package vn.tiepdon.server.patient.merge;

import org.springframework.modulith.NamedInterface;
