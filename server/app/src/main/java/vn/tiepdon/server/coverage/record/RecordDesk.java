package vn.tiepdon.server.coverage.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** What staff do with records: see, correct, send again. */
@Component
public class RecordDesk {

    private static final int SHOWN = 100;

    /** Who the visit is of and where it was never change. */
    private static final Set<RecordField> FIXED = Set.of(RecordField.MA_LK, RecordField.STT, RecordField.MA_CSKCB);

    private final RecordTable records;
    private final HospitalClock clock;

    RecordDesk(RecordTable records, HospitalClock clock) {
        this.records = records;
        this.clock = clock;
    }

    public List<KeptRecord> latest(FacilityId facility) {
        return records.latest(facility, SHOWN);
    }

    public Optional<KeptRecord> find(FacilityId facility, UUID id) {
        return records.find(facility, id);
    }

    public List<KeptReceipt> receipts(FacilityId facility, UUID id) {
        return records.receipts(facility, id);
    }

    public static boolean fixed(RecordField field) {
        return FIXED.contains(field);
    }

    /**
     * Takes the values and sends the record (again), when nothing is wrong with it any more.
     *
     * @param version that the page showed
     * @return as it is now; empty when somebody else was sooner
     */
    @Transactional
    public Optional<KeptRecord> correct(FacilityId facility, UUID id, int version, Map<RecordField, String> values) {
        Optional<KeptRecord> kept = records.find(facility, id).filter(it -> it.version() == version);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        KeptRecord before = kept.get();
        CheckInRecord content = before.content();
        for (Map.Entry<RecordField, String> value : values.entrySet()) {
            if (!FIXED.contains(value.getKey())) {
                content = content.with(value.getKey(), value.getValue());
            }
        }
        List<RecordField> faults = List.copyOf(RecordRules.faults(content));
        RecordState state = faults.isEmpty() ? RecordState.READY : RecordState.FAULTY;
        KeptRecord after = before.with(state, content, faults);
        return records.correct(after, clock.now()) ? records.find(facility, id) : Optional.empty();
    }
}
