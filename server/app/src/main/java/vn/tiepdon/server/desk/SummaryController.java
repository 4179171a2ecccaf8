package vn.tiepdon.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.PatientSummary;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.ReadTrail;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.history.PatientSummaries;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.TypedNumbers;
import vn.tiepdon.server.staff.StaffMember;

/** From a number to the last visits, for programs of the desk and for the hospital's other systems. */
@RestController
class SummaryController {

    /** Every number that has a shape, with spaces and dots in between. */
    private static final int LONGEST = 40;

    private final PatientSummaries summaries;
    private final ReadTrail trail;

    SummaryController(PatientSummaries summaries, ReadTrail trail) {
        this.summaries = summaries;
        this.trail = trail;
    }

    @GetMapping(ApiPaths.DESK_SUMMARY)
    PatientSummary forStaff(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam @Size(max = LONGEST) String number,
            HttpServletRequest request) {
        return summary(member.facility(), member.login(), request, number);
    }

    /** @param caller a device of kind SYSTEM, or an administrator's program */
    @GetMapping(ApiPaths.EXCHANGE_SUMMARY)
    PatientSummary forSystems(
            @AuthenticationPrincipal Object caller,
            @RequestParam @Size(max = LONGEST) String number,
            HttpServletRequest request) {
        if (caller instanceof StaffMember member) {
            return forStaff(member, number, request);
        }
        Device system = (Device) caller;
        return summary(system.facility(), system.id().value(), request, number);
    }

    private PatientSummary summary(FacilityId facility, String actor, HttpServletRequest request, String number) {
        TypedNumbers.Number typed = TypedNumbers.parse(number)
                .orElseThrow(() -> new NumberInvalidException("in facility " + facility.value()));
        // The kind of the number, never the number: a trail is read by people too.
        AuditEntry entry = new AuditEntry(
                facility,
                actor,
                request.getRemoteAddr(),
                "patient.summary",
                typed.kind().name(),
                "asked");
        return trail.reading(entry, () -> summaries.of(facility, typed))
                .orElseThrow(() -> new PatientNotFoundException(facility));
    }

    private static final class NumberInvalidException extends Refusal {

        NumberInvalidException(String where) {
            super(FaultCode.NUMBER_INVALID, where);
        }
    }
}
