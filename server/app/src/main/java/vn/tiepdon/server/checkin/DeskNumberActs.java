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
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Queues;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Settling;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.staff.StaffMember;

/** What the desk settles about a number: whether it goes first, and that the patient goes home. */
@Controller
@RequestMapping("/desk/patients/{hospitalCode}/numbers/{ticketId}")
class DeskNumberActs {

    private final Settling settling;
    private final Queues queues;
    private final Patients patients;
    private final AuditTrail audit;

    DeskNumberActs(Settling settling, Queues queues, Patients patients, AuditTrail audit) {
        this.settling = settling;
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
        return settle(
                staff,
                request,
                ticket,
                "number.cancel",
                () -> settling.cancel(staff.facility(), new Seen(ticket.id(), version)));
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
        return settle(
                staff,
                request,
                ticket,
                "number.priority",
                () -> settling.settle(staff.facility(), new Seen(ticket.id(), version), counting, staff.login()));
    }

    /** The page says when somebody else was first, and shows the truth. */
    private String settle(StaffMember staff, HttpServletRequest request, Ticket ticket, String action, Runnable deed) {
        String result = "ok";
        try {
            deed.run();
        } catch (Refusal refused) {
            result = refused.code().name();
        }
        audit.append(new AuditEntry(
                staff.facility(), staff.login(), request.getRemoteAddr(), action, "ticket " + ticket.id(), result));
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
