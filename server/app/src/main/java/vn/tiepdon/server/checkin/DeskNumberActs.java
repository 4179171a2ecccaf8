package vn.tiepdon.server.checkin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.appointment.CancelledNumbers;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.calling.Sending;
import vn.tiepdon.server.queue.calling.Settling;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.staff.StaffMember;

/** What the desk settles about a number: whether it goes first, where to, and that the patient goes home. */
@Controller
@RequestMapping("/desk/patients/{hospitalCode}/numbers/{ticketId}")
class DeskNumberActs {

    private static final String DONE = "ok";

    private final Settling settling;
    private final CancelledNumbers cancelled;
    private final Sending sending;
    private final Queues queues;
    private final Patients patients;
    private final Facilities facilities;
    private final AuditTrail audit;

    DeskNumberActs(
            Settling settling,
            CancelledNumbers cancelled,
            Sending sending,
            Queues queues,
            Patients patients,
            Facilities facilities,
            AuditTrail audit) {
        this.settling = settling;
        this.cancelled = cancelled;
        this.sending = sending;
        this.facilities = facilities;
        this.queues = queues;
        this.patients = patients;
        this.audit = audit;
    }

    /** @param version of the number that the page showed */
    @PostMapping("/cancel")
    String cancel(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @PathVariable String ticketId,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletRequest request) {
        Ticket ticket = ticket(staff, hospitalCode, ticketId);
        return told(() -> cancelled.cancel(staff, request.getRemoteAddr(), new Seen(ticket.id(), version)));
    }

    /**
     * Another clinic with the same number, from its own place in time on.
     *
     * @param clinic code
     */
    @PostMapping("/clinic")
    String change(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @PathVariable String ticketId,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String clinic,
            HttpServletRequest request) {
        Ticket ticket = ticket(staff, hospitalCode, ticketId);
        return audited(staff, request, ticket, "number.clinic", "clinic", () -> {
            Clinic to = facilities
                    .clinic(staff.facility(), clinic)
                    .orElseThrow(() -> new CheckInRefused(FaultCode.CLINIC_UNKNOWN, "no clinic of this code"));
            sending.transfer(staff.facility(), new Seen(ticket.id(), version), to.id());
        });
    }

    /** @param ground names of all that counts from now on */
    @PostMapping("/priority")
    String priority(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            @PathVariable String ticketId,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) List<String> ground,
            HttpServletRequest request) {
        Ticket ticket = ticket(staff, hospitalCode, ticketId);
        Set<PriorityGround> counting = Arrays.stream(PriorityGround.values())
                .filter(it -> ground != null && ground.contains(it.name()))
                .collect(Collectors.toSet());
        return audited(
                staff,
                request,
                ticket,
                "number.priority",
                DONE,
                () -> settling.settle(staff.facility(), new Seen(ticket.id(), version), counting, staff.login()));
    }

    /** @param word that tells the page what was done */
    private String audited(
            StaffMember staff, HttpServletRequest request, Ticket ticket, String action, String word, Runnable deed) {
        String result = attempt(deed);
        audit.append(new AuditEntry(
                staff.facility(), staff.login(), request.getRemoteAddr(), action, "ticket " + ticket.id(), result));
        return page(result.equals(DONE) ? word : result);
    }

    private String told(Runnable deed) {
        return page(attempt(deed));
    }

    private static String attempt(Runnable deed) {
        try {
            deed.run();
            return DONE;
        } catch (Refusal refused) {
            return refused.code().name();
        }
    }

    /** It says when somebody else was first, and shows the truth. */
    private static String page(String result) {
        return "redirect:/desk/patients/{hospitalCode}/numbers/{ticketId}?settled=" + result;
    }

    private Ticket ticket(StaffMember staff, String hospitalCode, String ticketId) {
        return patients.find(staff.facility(), IdentifierKind.HOSPITAL, hospitalCode)
                .flatMap(patient -> TicketId.parse(ticketId)
                        .flatMap(id -> queues.find(staff.facility(), id))
                        .filter(it -> it.patient().equals(patient.id())))
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
    }
}
