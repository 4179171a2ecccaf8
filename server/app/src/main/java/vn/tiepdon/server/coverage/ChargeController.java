package vn.tiepdon.server.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.exchange.CheckInRecordStatus;
import vn.tiepdon.api.exchange.NewFirstCharge;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.coverage.record.KeptRecord;
import vn.tiepdon.server.coverage.record.RecordField;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.Patients;

/** Tells of first charges: the hospital's other systems, with the token of a device of kind SYSTEM. */
@RestController
class ChargeController {

    private static final Pattern VISIT = Pattern.compile("[A-Za-z0-9._/-]{1,100}");

    private final FirstCharges charges;
    private final Patients patients;
    private final Facilities facilities;
    private final HospitalClock clock;

    ChargeController(FirstCharges charges, Patients patients, Facilities facilities, HospitalClock clock) {
        this.charges = charges;
        this.patients = patients;
        this.facilities = facilities;
        this.clock = clock;
    }

    @PostMapping(ApiPaths.EXCHANGE_FIRST_CHARGES)
    CheckInRecordStatus ordered(@AuthenticationPrincipal Device system, @RequestBody NewFirstCharge told) {
        ChargeableItem item = ChargeableItem.parse(told.itemKind(), told.itemCode(), told.itemName())
                .orElseThrow(() -> new ChargeRefused(FaultCode.REQUEST_INVALID));
        Patient patient = Optional.ofNullable(told.patient())
                .flatMap(IdentifierKind.HOSPITAL::normal)
                .flatMap(code -> patients.find(system.facility(), IdentifierKind.HOSPITAL, code))
                .orElseThrow(() -> new ChargeRefused(FaultCode.PATIENT_UNKNOWN));
        if (told.visit() != null && !VISIT.matcher(told.visit()).matches()) {
            throw new ChargeRefused(FaultCode.REQUEST_INVALID);
        }
        Instant ordered = told.orderedAt() == null ? clock.now() : told.orderedAt();
        Instant arrived = told.arrivedAt() == null ? ordered : told.arrivedAt();
        return ordered(new FirstCharge(
                        system.facility(),
                        patient.id(),
                        facilities.get(system.facility()).businessDayAt(arrived).date(),
                        Optional.ofNullable(told.visit()),
                        Optional.ofNullable(told.objectCode()),
                        Optional.ofNullable(told.visitKind()),
                        item,
                        arrived,
                        ordered,
                        system.id().value()))
                .map(record -> new CheckInRecordStatus(
                        record.id(),
                        record.content().get(RecordField.MA_LK),
                        record.state().name(),
                        record.faults().stream().map(RecordField::name).toList()))
                .orElseGet(() -> new CheckInRecordStatus(null, told.visit(), null, List.of()));
    }

    /** Two that tell of the same visit at once: the second finds the first's record. */
    private Optional<KeptRecord> ordered(FirstCharge charge) {
        try {
            return charges.ordered(charge);
        } catch (DuplicateKeyException toldAtOnce) {
            return charges.ordered(charge);
        }
    }
}
