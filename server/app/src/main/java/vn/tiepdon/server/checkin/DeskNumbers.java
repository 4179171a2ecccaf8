package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.server.appointment.Arrivals;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.checkin.Recognised.Level;
import vn.tiepdon.server.checkin.Recognised.Method;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.Histories;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.StaffMember;

/** The desk gives numbers as a kiosk takes them: by the same use case, with the same promises. */
@Service
class DeskNumbers {

    private static final String STAFF = "staff:";

    private final CheckInService checkIns;
    private final Identifications identifications;
    private final ClinicChoice choice;
    private final Histories histories;
    private final Arrivals arrivals;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final AuditTrail audit;
    private final JsonMapper json;

    DeskNumbers(
            CheckInService checkIns,
            Identifications identifications,
            ClinicChoice choice,
            Histories histories,
            Arrivals arrivals,
            Facilities facilities,
            HospitalClock clock,
            AuditTrail audit,
            JsonMapper json) {
        this.checkIns = checkIns;
        this.identifications = identifications;
        this.choice = choice;
        this.histories = histories;
        this.arrivals = arrivals;
        this.facilities = facilities;
        this.clock = clock;
        this.audit = audit;
        this.json = json;
    }

    /** Where the patient can go now; the likeliest first. */
    List<ClinicOption> clinics(StaffMember staff, Patient patient) {
        Facility facility = facilities.get(staff.facility());
        Instant now = clock.now();
        BusinessDay day = facility.businessDayAt(now);
        return choice.of(
                facility.id(),
                histories.of(facility.id(), patient.id()),
                arrivals.today(facility.id(), day, List.of(patient.id())),
                day,
                now);
    }

    /**
     * @param id of the form: sent twice, it gives one number
     * @param source address the request came from
     * @throws vn.tiepdon.server.fault.Refusal when there is no number
     */
    CheckIn give(StaffMember staff, String source, UUID id, Patient patient, String clinic) {
        Device desk = desk(staff);
        requireSame(identified(desk, id, patient), patient);
        String answer = checkIns.checkIn(desk, new CheckInId(id), new CheckInRequest(id, clinic));
        audit.append(new AuditEntry(
                staff.facility(),
                staff.login(),
                source,
                "number.give",
                "patient " + patient.id().value() + ", clinic " + clinic,
                "ok"));
        return json.readValue(answer, CheckIn.class);
    }

    /** The identification bears the form's id: a form that is sent again finds its own. */
    private PatientId identified(Device desk, UUID id, Patient patient) {
        Map<UUID, Identifications.Trace> before = identifications.find(desk.facility(), List.of(id));
        if (before.isEmpty()) {
            Instant now = clock.now();
            BusinessDay day = facilities.get(desk.facility()).businessDayAt(now);
            try {
                identifications.add(id, desk, new Recognised(patient, Level.CLAIMED, Method.DESK), day, now);
                return patient.id();
            } catch (DuplicateKeyException sentTwice) {
                return identifications
                        .find(desk.facility(), List.of(id))
                        .get(id)
                        .patient();
            }
        }
        return before.get(id).patient();
    }

    private static void requireSame(PatientId identified, Patient patient) {
        if (!identified.equals(patient.id())) {
            throw new CheckInRefused(FaultCode.CHECK_IN_CONFLICT, "same form, another patient");
        }
    }

    /** Whose number a desk's is; empty for a kiosk's. */
    static Optional<String> loginOf(Device device) {
        String id = device.id().value();
        return id.startsWith(STAFF) ? Optional.of(id.substring(STAFF.length())) : Optional.empty();
    }

    /** Nothing is enrolled at a desk: whoever works there stands in the device's place. */
    private static Device desk(StaffMember staff) {
        return new Device(
                staff.facility(), new DeviceId(STAFF + staff.login()), DeviceKind.BRIDGE, staff.fullName(), List.of());
    }
}
