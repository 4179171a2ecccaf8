package vn.tiepdon.server.exchange.hl7;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.IdentifierTakenException;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.patient.PossibleDuplicates;
import vn.tiepdon.server.patient.Resolution;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;

/** What messages do to people, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PatientDeeds {

    private final PatientRegister register;
    private final PatientDirectory directory;
    private final Patients patients;
    private final PatientMerges merges;
    private final PossibleDuplicates duplicates;

    PatientDeeds(
            PatientRegister register,
            PatientDirectory directory,
            Patients patients,
            PatientMerges merges,
            PossibleDuplicates duplicates) {
        this.register = register;
        this.directory = directory;
        this.patients = patients;
        this.merges = merges;
        this.duplicates = duplicates;
    }

    public Deed register(Sender sender, ToldPerson told) {
        PatientId patient = findOrRegister(sender, told);
        String object = "patient " + patient.value();
        boolean alike = !duplicates.of(sender.facility().id(), patient).isEmpty();
        return alike ? new Deed(object, Optional.of(FaultCode.HL7_PATIENT_ALIKE)) : new Deed(object);
    }

    /** @throws Hl7Refused when it is not clear who it is */
    PatientId findOrRegister(Sender sender, ToldPerson told) {
        Resolution resolution = resolve(sender, told.asNew());
        if (resolution instanceof Resolution.Doubtful) {
            throw Hl7Refused.failed(ErrorCode.KEY_DUPLICATE, FaultCode.HL7_PATIENT_DOUBTFUL, "PID^1^3");
        }
        return resolution.patient().orElseThrow(PatientDeeds::conflict);
    }

    public Deed amend(Sender sender, ToldPerson told) {
        FacilityId facility = sender.facility().id();
        PatientId patient = named(facility, told.numbers(), "PID^1^3");
        PatientDetails known = directory.details(facility, List.of(patient)).get(0);
        learnHospitalCode(sender, told, known);
        try {
            register.amend(facility, patient, told.change(known), sender.name());
        } catch (IdentifierTakenException taken) {
            throw conflict();
        }
        return new Deed("patient " + patient.value());
    }

    public Deed merge(Sender sender, List<Wish.Pair> pairs) {
        String object = "";
        for (Wish.Pair pair : pairs) {
            PatientId kept = named(sender.facility().id(), pair.kept(), "PID^1^3");
            PatientId gone = named(sender.facility().id(), pair.gone(), "MRG^1^1");
            // Their numbers lead to one patient already: it was merged before.
            if (!kept.equals(gone)) {
                merge(sender, kept, gone);
            }
            object = "patient " + gone.value() + " and " + kept.value();
        }
        return new Deed(object);
    }

    private void merge(Sender sender, PatientId kept, PatientId gone) {
        MergeOutcome outcome =
                merges.merge(sender.facility().id(), kept, gone, sender.name(), sender.source(), "HL7 ADT^A40");
        if (outcome instanceof MergeOutcome.Refused refused) {
            ErrorCode error =
                    refused.why() == MergeOutcome.Reason.BOTH_WAIT ? ErrorCode.RECORD_LOCKED : ErrorCode.KEY_UNKNOWN;
            throw Hl7Refused.failed(error, FaultCode.HL7_MERGE_REFUSED, "PID^1^3");
        }
    }

    /** The one patient whom these numbers name. */
    PatientId named(FacilityId facility, Map<IdentifierKind, String> numbers, String location) {
        Set<PatientId> named = new LinkedHashSet<>();
        numbers.forEach((kind, value) ->
                patients.find(facility, kind, value).map(Patient::id).ifPresent(named::add));
        if (named.isEmpty()) {
            throw Hl7Refused.failed(ErrorCode.KEY_UNKNOWN, FaultCode.HL7_PATIENT_UNKNOWN, location);
        }
        if (named.size() > 1) {
            throw conflict();
        }
        return named.iterator().next();
    }

    /** Another system's code of a patient who has one leads to the patient from now on, and takes nobody's place. */
    private void learnHospitalCode(Sender sender, ToldPerson told, PatientDetails known) {
        String code = told.numbers().get(IdentifierKind.HOSPITAL);
        boolean fresh = code != null
                && known.identifiers().stream()
                        .noneMatch(it -> it.kind() == IdentifierKind.HOSPITAL
                                && it.value().equals(code));
        if (fresh) {
            Patient one = known.patient();
            resolve(sender, new NewPatient(one.fullName(), one.birthDate(), one.sex(), told.numbers()));
        }
    }

    private Resolution resolve(Sender sender, NewPatient person) {
        return register.resolve(sender.facility().id(), List.of(person), sender.name())
                .get(0);
    }

    private static Hl7Refused conflict() {
        return Hl7Refused.failed(ErrorCode.KEY_DUPLICATE, FaultCode.HL7_PATIENT_CONFLICT, "PID^1^3");
    }
}
