package vn.tiepdon.server.card;

import java.security.InvalidKeyException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.key.SigningKey;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.card.register.StandingChanges;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** The cards that are dead though they look alive, signed by the hospital. */
@Service
class BlockLists {

    private final StandingChanges changes;
    private final Facilities facilities;
    private final SigningKeys keys;
    private final HospitalClock clock;

    BlockLists(StandingChanges changes, Facilities facilities, SigningKeys keys, HospitalClock clock) {
        this.changes = changes;
        this.facilities = facilities;
        this.keys = keys;
        this.clock = clock;
        // A server that starts may stand on a restored backup.
        changes.beginEpoch(clock.now());
    }

    /** Another whenever the list would be; as an {@code ETag}, in quotes. */
    String tag(FacilityId facility) {
        return "\"" + changes.sequence(facility) + "-" + keys.current().id() + "\"";
    }

    SignedBlockList make(FacilityId id) {
        Facility facility = facilities.get(id);
        SigningKey key = keys.current();
        // Counted before the cards are read: what changes in between is asked for once more, and never missed.
        long sequence = changes.sequence(id);
        List<CardId> dead = changes.dead(id, clock.today(facility).date());
        BlockList list =
                BlockList.of(facility.code(), sequence, clock.now().truncatedTo(ChronoUnit.SECONDS), key.id(), dead);
        try {
            return new SignedBlockList(list.encode(), list.sign(key.privateKey()));
        } catch (InvalidKeyException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
