package vn.tiepdon.server.appointment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tiepdon.card.code.ScannedCode;
import vn.tiepdon.server.appointment.Booked.Reason;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Booking, moving and cancelling for one patient, and the slip to take home. */
@Controller
@RequestMapping("/desk/patients/{hospitalCode}/appointments")
class BookingPages {

    private static final String PAGE = "appointment/booking";

    private final Appointments appointments;
    private final DeskViews views;
    private final Patients patients;
    private final Facilities facilities;

    BookingPages(Appointments appointments, DeskViews views, Patients patients, Facilities facilities) {
        this.appointments = appointments;
        this.views = views;
        this.patients = patients;
        this.facilities = facilities;
    }

    /**
     * @param clinic code; the only one, or a choice, when it is empty
     * @param move id of the appointment that is to get another time; empty for a new one
     * @param from first day that is offered
     */
    @GetMapping
    String offer(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(defaultValue = "") String clinic,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        Patient patient = patient(staff, hospitalCode);
        return offer(staff, patient, clinic, moved(staff, patient, move), day(staff, from), model);
    }

    @PostMapping
    String book(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(defaultValue = "") String clinic,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request,
            Model model) {
        Patient patient = patient(staff, hospitalCode);
        Optional<Appointment> moved = moved(staff, patient, move);
        Actor by = Actor.of(staff, request.getRemoteAddr());
        Booked booked = Slot.parse(slot)
                .flatMap(time -> moved.isPresent()
                        ? Optional.of(
                                appointments.move(staff.facility(), moved.get().id(), version, time, by))
                        : facilities
                                .clinic(staff.facility(), clinic)
                                .map(it -> appointments.book(
                                        staff.facility(), new Booking(patient.id(), it.id(), time, Origin.DESK), by)))
                .orElse(new Booked.Refused(Reason.NO_SUCH_SLOT));
        if (booked instanceof Booked.Done done) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/desk/patients/{code}/appointments/{id}")
                            .buildAndExpand(hospitalCode, done.appointment().id())
                            .encode();
        }
        model.addAttribute("refused", ((Booked.Refused) booked).why());
        return offer(staff, patient, clinic, moved, views.today(staff.facility()), model);
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        Patient patient = patient(staff, hospitalCode);
        Appointment one = own(staff, patient, id);
        Booked cancelled =
                appointments.cancel(staff.facility(), one.id(), version, Actor.of(staff, request.getRemoteAddr()));
        UriComponentsBuilder back = UriComponentsBuilder.fromPath("/desk/patients/{code}");
        if (cancelled instanceof Booked.Refused) {
            back.queryParam("stale");
        }
        return "redirect:" + back.buildAndExpand(hospitalCode).encode();
    }

    @GetMapping("/{id}")
    String slip(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @PathVariable String id,
            Model model) {
        Patient patient = patient(staff, hospitalCode);
        Appointment one = own(staff, patient, id);
        Facility facility = facilities.get(staff.facility());
        model.addAttribute("member", staff);
        model.addAttribute("patient", patient);
        model.addAttribute(
                "maskedName", patient.person(views.today(staff.facility())).maskedName());
        model.addAttribute("facility", facility);
        model.addAttribute("one", views.of(staff.facility(), one));
        model.addAttribute(
                "code",
                QrCode.of(new ScannedCode.AppointmentCode(
                                facility.code(), one.id().value())
                        .text()));
        return "appointment/slip";
    }

    private String offer(
            StaffMember staff, Patient patient, String code, Optional<Appointment> moved, LocalDate from, Model model) {
        List<Clinic> clinics = views.clinics(staff.facility());
        Optional<Clinic> chosen = moved.isPresent()
                ? facilities.clinic(staff.facility(), moved.get().clinic())
                : clinics.stream()
                        .filter(it -> it.code().equals(code) || clinics.size() == 1)
                        .findFirst();
        List<DayChoice> days =
                chosen.map(it -> views.days(staff.facility(), it, from)).orElse(List.of());
        model.addAttribute("member", staff);
        model.addAttribute("patient", patient);
        model.addAttribute("clinics", clinics);
        model.addAttribute("clinic", chosen.orElse(null));
        model.addAttribute(
                "moved", moved.map(it -> views.of(staff.facility(), it)).orElse(null));
        model.addAttribute("days", days);
        model.addAttribute(
                "later", days.isEmpty() ? null : days.get(days.size() - 1).day().plusDays(1));
        return PAGE;
    }

    private LocalDate day(StaffMember staff, String typed) {
        LocalDate today = views.today(staff.facility());
        try {
            LocalDate day = typed.isEmpty() ? today : LocalDate.parse(typed);
            return day.isBefore(today) || day.isAfter(today.plusYears(2)) ? today : day;
        } catch (DateTimeException notADay) {
            return today;
        }
    }

    private Optional<Appointment> moved(StaffMember staff, Patient patient, String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(own(staff, patient, id));
    }

    private Appointment own(StaffMember staff, Patient patient, String id) {
        return AppointmentId.parse(id)
                .flatMap(it -> appointments.find(staff.facility(), it))
                .filter(it -> it.patient().equals(patient.id()))
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
    }

    private Patient patient(StaffMember staff, String code) {
        return patients.find(staff.facility(), IdentifierKind.HOSPITAL, code)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
    }
}
