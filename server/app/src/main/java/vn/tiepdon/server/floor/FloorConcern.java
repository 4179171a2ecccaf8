package vn.tiepdon.server.floor;

import java.util.Optional;
import vn.tiepdon.server.facility.FacilityId;

/** Something that waits for somebody at the desk. Any feature may have one; the page asks all of them every few seconds. */
public interface FloorConcern {

    /** Empty when nothing waits. */
    Optional<Concern> of(FacilityId facility);

    /**
     * @param text key of the words, with the count as {0}
     * @param link where it is dealt with
     */
    record Concern(String text, int count, String link) {}
}
