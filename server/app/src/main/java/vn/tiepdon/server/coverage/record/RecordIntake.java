package vn.tiepdon.server.coverage.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.coverage.FirstCharge;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.lookup.CheckedCards;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;

/** Makes a visit's record, once. */
@Component
public class RecordIntake {

    private static final String OURS = "TIEPDON-";

    private final RecordTable records;
    private final PatientDirectory directory;
    private final Facilities facilities;
    private final CheckedCards cards;
    private final GatewayAccounts accounts;
    private final HospitalClock clock;

    RecordIntake(
            RecordTable records,
            PatientDirectory directory,
            Facilities facilities,
            CheckedCards cards,
            GatewayAccounts accounts,
            HospitalClock clock) {
        this.records = records;
        this.directory = directory;
        this.facilities = facilities;
        this.cards = cards;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @return the visit's record, also when there is one already; empty for an emergency or an unknown patient */
    @Transactional
    public Optional<KeptRecord> ordered(FirstCharge charge) {
        if (charge.objectCode().filter(RecordRules.EMERGENCY::equals).isPresent()) {
            return Optional.empty();
        }
        String day = "day/" + charge.patient().value() + "/" + charge.day();
        String key = charge.visitId().map(id -> "visit/" + id).orElse(day);
        records.alone(charge.facility(), charge.patient());
        Optional<KeptRecord> before = records.ofVisit(charge.facility(), key).or(() -> told(charge, day));
        if (before.isPresent()) {
            return before;
        }
        return directory.details(charge.facility(), List.of(charge.patient())).stream()
                .findFirst()
                .map(patient -> made(charge, patient, key));
    }

    /** The same day as somebody told it who knows no visit ids, a room; or, told by a room, as another system did. */
    private Optional<KeptRecord> told(FirstCharge charge, String day) {
        return charge.visitId().isPresent()
                ? records.ofVisit(charge.facility(), day)
                : records.of(charge.facility(), charge.patient(), charge.day());
    }

    /** What is reported of a patient's day; empty for nothing. */
    public Optional<KeptRecord> of(FacilityId facility, PatientId patient, LocalDate day) {
        return records.of(facility, patient, day);
    }

    private KeptRecord made(FirstCharge charge, PatientDetails patient, String key) {
        UUID id = UUID.randomUUID();
        Facility facility = facilities.get(charge.facility());
        CheckInRecord content = RecordContent.of(
                charge,
                patient,
                facility,
                accounts.codeOf(facility),
                charge.visitId().orElse(OURS + id),
                cards.of(charge.facility(), charge.patient(), charge.day()));
        List<RecordField> faults = List.copyOf(RecordRules.faults(content));
        KeptRecord record = new KeptRecord(
                charge.facility(),
                id,
                charge.patient(),
                charge.day(),
                faults.isEmpty() ? RecordState.READY : RecordState.FAULTY,
                content,
                faults,
                clock.now(),
                0,
                Optional.empty(),
                1);
        records.add(record, key, charge.by());
        return record;
    }
}
