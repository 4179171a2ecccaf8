package vn.tiepdon.server.checkin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.appointment.QrCode;
import vn.tiepdon.server.coverage.CoverageDesk;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.staff.StaffMember;

/** A number from the desk: which clinic, then paper in the hand. */
@Controller
@RequestMapping("/desk/patients/{hospitalCode}/numbers")
class DeskNumberPages {

    private final DeskNumbers numbers;
    private final Patients patients;
    private final Queues queues;
    private final TicketSlips slips;
    private final Facilities facilities;
    private final CoverageDesk coverage;

    DeskNumberPages(
            DeskNumbers numbers,
            Patients patients,
            Queues queues,
            TicketSlips slips,
            Facilities facilities,
            CoverageDesk coverage) {
        this.numbers = numbers;
        this.patients = patients;
        this.queues = queues;
        this.slips = slips;
        this.facilities = facilities;
        this.coverage = coverage;
    }

    /** @param clinic code of what the patient had chosen at a kiosk */
    @GetMapping
    String offer(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(defaultValue = "") String clinic,
            Model model) {
        Patient patient = patient(staff, hospitalCode);
        // Nobody waits for it: the number does not, and the slip says how far it is.
        coverage.askLater(facilities.get(staff.facility()), staff.login(), patient);
        return offer(staff, patient, clinic, model);
    }

    /** @param checkIn id of the form, a UUID: a double tap gives one number */
    @PostMapping
    String give(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @RequestParam(defaultValue = "") String checkIn,
            @RequestParam(defaultValue = "") String clinic,
            HttpServletRequest request,
            Model model) {
        Patient patient = patient(staff, hospitalCode);
        Optional<TicketId> id = TicketId.parse(checkIn);
        if (id.isEmpty()) {
            return offer(staff, patient, clinic, model);
        }
        try {
            UUID ticket = numbers.give(staff, request.getRemoteAddr(), id.get().value(), patient, clinic)
                    .ticket()
                    .id();
            return "redirect:/desk/patients/" + patient.hospitalCode() + "/numbers/" + ticket;
        } catch (Refusal refusal) {
            model.addAttribute(
                    "refused", FaultCatalogue.shipped().of(refusal.code()).reception());
            return offer(staff, patient, clinic, model);
        }
    }

    /** The same number as often as paper is wanted. */
    @GetMapping("/{ticketId}")
    String slip(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @PathVariable String ticketId,
            @RequestParam(defaultValue = "") String settled,
            Model model) {
        Patient patient = patient(staff, hospitalCode);
        Facility facility = facilities.get(staff.facility());
        Ticket ticket = TicketId.parse(ticketId)
                .flatMap(id -> queues.find(facility.id(), id))
                .filter(it -> it.patient().equals(patient.id()))
                .orElseThrow(() -> new PatientNotFoundException(facility.id()));
        vn.tiepdon.api.kiosk.Ticket slip = slips.slip(facility, ticket);
        model.addAttribute("member", staff);
        model.addAttribute("patient", patient);
        model.addAttribute("maskedName", patient.maskedName());
        model.addAttribute("facility", facility);
        model.addAttribute("ticket", slip);
        model.addAttribute("code", QrCode.of(slip.qr()));
        model.addAttribute("seen", ticket.seen());
        model.addAttribute("settleable", ticket.isOpen() || ticket.state() == State.MISSED);
        model.addAttribute("grounds", PriorityGround.values());
        model.addAttribute("priority", ticket.priority());
        model.addAttribute("settled", settled);
        model.addAttribute(
                "insured",
                coverage.paper(facility, patient.id(), ticket.queue().day().date())
                        .orElse(null));
        model.addAttribute("refused", refused(settled));
        model.addAttribute("others", others(staff, patient, ticket));
        return "checkin/slip";
    }

    /** What to tell of a change that was refused for a reason of its own; null when the page was only stale. */
    private static Text refused(String settled) {
        return Arrays.stream(FaultCode.values())
                .filter(it -> it.name().equals(settled) && it != FaultCode.TICKET_TRANSITION_ILLEGAL)
                .map(it -> FaultCatalogue.shipped().of(it).reception())
                .findFirst()
                .orElse(null);
    }

    /** Where else a number can go that is called no further than to the door of the clinic whose it is. */
    private List<ClinicOption> others(StaffMember staff, Patient patient, Ticket ticket) {
        boolean changes = (ticket.state() == State.WAITING || ticket.state() == State.CALLED)
                && ticket.queue().clinic().equals(ticket.visit());
        String here = facilities
                .clinic(staff.facility(), ticket.visit())
                .map(Clinic::code)
                .orElse("");
        return changes
                ? numbers.clinics(staff, patient).stream()
                        .filter(it -> !it.code().equals(here))
                        .toList()
                : List.of();
    }

    private String offer(StaffMember staff, Patient patient, String chosen, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("member", staff);
        model.addAttribute("patient", patient);
        model.addAttribute("clinics", numbers.clinics(staff, patient));
        model.addAttribute("checkIn", UUID.randomUUID());
        return "checkin/numbers";
    }

    private Patient patient(StaffMember staff, String code) {
        return patients.find(staff.facility(), IdentifierKind.HOSPITAL, code)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
    }
}
