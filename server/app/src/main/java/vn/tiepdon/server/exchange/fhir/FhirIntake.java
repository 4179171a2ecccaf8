package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.IdType;
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
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;

/** People whom other systems enter. */
class FhirIntake {

    private final PatientRegister register;
    private final PatientDirectory directory;
    private final PatientFinder patients;
    private final PatientResources resources;
    private final Facilities facilities;
    private final TransactionTemplate transaction;

    FhirIntake(
            PatientRegister register,
            PatientDirectory directory,
            PatientFinder patients,
            PatientResources resources,
            Facilities facilities,
            TransactionTemplate transaction) {
        this.register = register;
        this.directory = directory;
        this.patients = patients;
        this.resources = resources;
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
                return outcome(request, resources.told(facility, known).get(0), false);
            }
            PatientId id = register.register(
                    facility.id(), read(told, facility), caller.device().id().value());
            return outcome(request, kept(facility, id), true);
        });
    }

    /** With {@code If-Match} only while it is still that version. What is not told of is not taken away. */
    MethodOutcome update(ServletRequestDetails request, IdType id, Patient told) {
        Caller caller = Caller.of(request.getServletRequest());
        Facility facility = facilities.get(caller.facility());
        return written(() -> {
            PatientId patient = PatientFinder.id(id.getIdPart()).orElseThrow(Outcomes::notFound);
            Patient now = resources.read(facility, patient).orElseThrow(Outcomes::notFound);
            Versions.demand(request, id, now);
            PatientDetails before = directory.details(facility.id(), List.of(patient)).stream()
                    .findFirst()
                    .orElseThrow(() -> Outcomes.notKept(
                            IssueType.BUSINESSRULE,
                            "Hồ sơ này đã gộp vào hồ sơ khác.",
                            "This patient was merged: change the one whom it is replaced by."));
            PatientChange change = PatientUpdate.of(before, now, told, read(told, facility));
            register.amend(
                    facility.id(),
                    patient,
                    change,
                    before.version(),
                    caller.device().id().value());
            return outcome(request, kept(facility, patient), false);
        });
    }

    private Patient kept(Facility facility, PatientId id) {
        return resources.of(facility, List.of(id)).get(0);
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
        TokenParam number = Conditions.identifier(condition);
        return patients.byNumber(facility.id(), number.getSystem(), number.getValue());
    }
}
