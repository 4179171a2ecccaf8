package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.IdentifierTakenException;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;

/** People whom other systems enter. */
class FhirIntake {

    private static final String BY_NUMBER = "identifier=";

    private final PatientRegister register;
    private final PatientDirectory directory;
    private final PatientFinder patients;
    private final Facilities facilities;
    private final TransactionTemplate transaction;

    FhirIntake(
            PatientRegister register,
            PatientDirectory directory,
            PatientFinder patients,
            Facilities facilities,
            TransactionTemplate transaction) {
        this.register = register;
        this.directory = directory;
        this.patients = patients;
        this.facilities = facilities;
        this.transaction = transaction;
    }

    /** @param condition what follows {@code If-None-Exist: }, behind {@code Patient?}; null without one */
    MethodOutcome patient(ServletRequestDetails request, Patient told, String condition) {
        Caller caller = Caller.of(request.getServletRequest());
        Facility facility = facilities.get(caller.facility());
        return written(() -> {
            List<PatientDetails> known = condition == null ? List.of() : named(facility, condition);
            if (known.size() > 1) {
                throw Outcomes.precondition(
                        IssueType.MULTIPLEMATCHES,
                        "Số này thuộc về nhiều người.",
                        "More than one patient has this number.");
            }
            if (!known.isEmpty()) {
                return outcome(request, PatientMapper.patient(facility, known.get(0)), false);
            }
            PatientId id = register.register(
                    facility.id(), read(told, facility), caller.device().id().value());
            PatientDetails made = directory.details(facility.id(), List.of(id)).get(0);
            return outcome(request, PatientMapper.patient(facility, made), true);
        });
    }

    /** Runs in a transaction; who was overtaken is told to ask again. */
    MethodOutcome written(Supplier<MethodOutcome> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (IdentifierTakenException taken) {
            throw Outcomes.notKept(
                    IssueType.DUPLICATE,
                    "Số định danh này đã thuộc về người khác.",
                    "An identifier names another patient: " + taken.kind());
        } catch (DuplicateKeyException | OptimisticLockingFailureException overtaken) {
            throw new ResourceVersionConflictException("overtaken by another request: send again");
        }
    }

    static MethodOutcome outcome(ServletRequestDetails request, Resource kept, boolean fresh) {
        Versions.stamp(request.getFhirContext(), kept);
        MethodOutcome outcome = new MethodOutcome();
        outcome.setId(kept.getIdElement()
                .withResourceType(kept.fhirType())
                .withVersion(kept.getMeta().getVersionId()));
        outcome.setResource(kept);
        outcome.setCreated(fresh);
        return outcome;
    }

    static RuntimeException refused(RefusedException why) {
        String field = why.refusal().field().orElse("");
        return Outcomes.notKept(
                IssueType.INVALID,
                "Không nhận được " + field + " (" + why.refusal().reason() + ").",
                why.refusal().reason() + ": " + field);
    }

    private static NewPatient read(Patient told, Facility facility) {
        try {
            return PatientReader.read(told, facility);
        } catch (RefusedException why) {
            throw refused(why);
        }
    }

    private List<PatientDetails> named(Facility facility, String condition) {
        // Clients add the format that they want the answer in.
        List<String> asked = Stream.of(
                        condition.substring(condition.indexOf('?') + 1).split("&"))
                .filter(it -> !it.startsWith("_format="))
                .toList();
        if (asked.size() != 1 || !asked.get(0).startsWith(BY_NUMBER)) {
            throw Outcomes.refused(
                    IssueType.NOTSUPPORTED,
                    "If-None-Exist chỉ nhận identifier=system|value.",
                    "If-None-Exist takes identifier=system|value.");
        }
        String[] token = URLDecoder.decode(asked.get(0).substring(BY_NUMBER.length()), StandardCharsets.UTF_8)
                .split("\\|", 2);
        String system = Optional.of(token[0]).filter(it -> token.length == 2).orElse(null);
        return patients.byNumber(facility.id(), system, token[token.length - 1]);
    }
}
