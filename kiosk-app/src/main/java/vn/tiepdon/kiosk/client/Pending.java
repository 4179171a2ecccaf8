package vn.tiepdon.kiosk.client;

import java.time.Instant;
import java.util.UUID;

/** Something that has no answer of the server yet, as it lies on the disk. Says nothing of the person. */
interface Pending {

    /** The kiosk's own, under which it is sent until there is an answer. */
    UUID id();

    Instant since();
}
