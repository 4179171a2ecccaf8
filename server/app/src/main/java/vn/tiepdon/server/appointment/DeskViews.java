package vn.tiepdon.server.appointment;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;

/** Appointments and free days as the desk's pages show them. */
@Component
class DeskViews {

    private static final Text UNKNOWN = new Text("", "");
    private static final int LOOKED_THROUGH = 60;
    private static final int OFFERED = 10;

    private final Appointments appointments;
    private final NextVisits nextVisits;
    private final Facilities facilities;
    private final HospitalClock clock;

    DeskViews(Appointments appointments, NextVisits nextVisits, Facilities facilities, HospitalClock clock) {
        this.appointments = appointments;
        this.nextVisits = nextVisits;
        this.facilities = facilities;
        this.clock = clock;
    }

    LocalDate today(FacilityId facility) {
        return clock.today(facilities.get(facility)).date();
    }

    /** Of today and later, the next first. */
    List<DeskAppointment> ahead(FacilityId facility, PatientId patient) {
        return appointments.ofPatient(facility, patient, today(facility)).stream()
                .filter(it -> it.state() != AppointmentState.CANCELLED)
                .sorted((one, other) -> one.slot().compareTo(other.slot()))
                .map(it -> of(facility, it))
                .toList();
    }

    DeskAppointment of(FacilityId facility, Appointment one) {
        Clinic clinic = facilities.clinic(facility, one.clinic()).orElse(null);
        return new DeskAppointment(
                one.id().toString(),
                one.version(),
                one.slot(),
                clinic == null ? "" : clinic.code(),
                clinic == null ? UNKNOWN : clinic.name(),
                one.state(),
                one.booked());
    }

    /** Those that see anybody by appointment. */
    List<Clinic> clinics(FacilityId facility) {
        return facilities.listed(facility).stream()
                .filter(it -> it.examines() && nextVisits.takesAppointments(facility, it.id()))
                .toList();
    }

    /** The next days with a free place, ten at most. */
    List<DayChoice> days(FacilityId facility, Clinic clinic, LocalDate from) {
        return appointments.slots(facility, clinic.id(), from, LOOKED_THROUGH).stream()
                .filter(it -> it.free() > 0)
                .collect(groupingBy(it -> it.slot().day(), TreeMap::new, collectingAndThen(toList(), List::copyOf)))
                .entrySet()
                .stream()
                .limit(OFFERED)
                .map(it -> new DayChoice(it.getKey(), it.getValue()))
                .toList();
    }
}
