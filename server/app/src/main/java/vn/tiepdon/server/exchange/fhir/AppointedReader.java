package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentCalendar;
import vn.tiepdon.server.appointment.AppointmentId;
import vn.tiepdon.server.appointment.Appointments;
import vn.tiepdon.server.appointment.ClinicPlan;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Reads appointments: a query for them, one for their changes, one for the schedule of each clinic among them. */
@Component
class AppointedReader {

    private final Appointments appointments;
    private final AppointmentCalendar calendar;

    AppointedReader(Appointments appointments, AppointmentCalendar calendar) {
        this.appointments = appointments;
        this.calendar = calendar;
    }

    Optional<Appointed> find(FacilityId facility, String id) {
        return AppointmentId.parse(id)
                .flatMap(it -> appointments.find(facility, it))
                .map(it -> told(facility, it));
    }

    Optional<Appointed> ofSource(FacilityId facility, String source) {
        return calendar.ofSource(facility, source).map(it -> told(facility, it));
    }

    /** The latest first. */
    List<Appointed> ofPatient(FacilityId facility, PatientId patient) {
        return told(facility, calendar.ofPatient(facility, patient));
    }

    /** By clinic and time. */
    List<Appointed> between(FacilityId facility, List<ClinicId> clinics, LocalDate from, LocalDate to) {
        return told(
                facility,
                clinics.stream()
                        .flatMap(it -> calendar.between(facility, it, from, to).stream())
                        .toList());
    }

    Appointed told(FacilityId facility, Appointment one) {
        return told(facility, List.of(one)).get(0);
    }

    private List<Appointed> told(FacilityId facility, List<Appointment> found) {
        Map<ClinicId, ClinicPlan> plans = new HashMap<>();
        Map<AppointmentId, Instant> changed = calendar.changedAt(facility, found);
        return found.stream()
                .map(it -> new Appointed(
                        it,
                        plans.computeIfAbsent(it.clinic(), clinic -> calendar.plan(facility, clinic))
                                .minutes(it.slot()),
                        Optional.ofNullable(changed.get(it.id()))))
                .toList();
    }
}
