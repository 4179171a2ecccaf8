package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientQuery;
import vn.tiepdon.server.patient.merge.PatientMerges;

/** Whom a parameter or a reference means: by id, or by a number. */
class PatientFinder {

    /** Numbers of different kinds may read alike. */
    private static final int NAMESAKES = 5;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

    private final PatientDirectory directory;
    private final PatientMerges merges;
    private final Facilities facilities;

    PatientFinder(PatientDirectory directory, PatientMerges merges, Facilities facilities) {
        this.directory = directory;
        this.merges = merges;
        this.facilities = facilities;
    }

    /** {@code Patient/12}, or what stands behind {@code patient.identifier=}. */
    List<PatientDetails> of(FacilityId facility, ReferenceParam asked) {
        if (asked.hasChain()) {
            String[] token = asked.getValue().split("\\|", 2);
            return token.length == 2
                    ? byNumber(facility, token[0], token[1])
                    : byNumber(facility, null, asked.getValue());
        }
        return id(asked.getIdPart()).stream()
                .flatMap(it -> details(facility, it).stream())
                .toList();
    }

    /** Of somebody who was merged the one who stayed. */
    private List<PatientDetails> details(FacilityId facility, PatientId id) {
        List<PatientDetails> found = directory.details(facility, List.of(id));
        return found.isEmpty()
                ? merges.keptFor(facility, id)
                        .map(it -> directory.details(facility, List.of(it)))
                        .orElse(List.of())
                : found;
    }

    /** The one patient whom a reference means, by id or by identifier. */
    PatientId subject(Facility facility, Reference told, String element) {
        List<PatientDetails> found = told.getReferenceElement().hasIdPart()
                ? of(facility.id(), new ReferenceParam(told.getReference()))
                : byNumber(
                        facility.id(),
                        told.getIdentifier().getSystem(),
                        told.getIdentifier().getValue());
        if (found.size() != 1) {
            throw Outcomes.notKept(
                    IssueType.NOTFOUND, "Không rõ bệnh nhân nào (" + element + ").", element + " is no patient here.");
        }
        return found.get(0).patient().id();
    }

    /** @param system null for a number of any kind */
    List<PatientDetails> byNumber(FacilityId facility, String system, String number) {
        Optional<IdentifierKind> kind = kind(facilities.get(facility), system);
        if (number == null || number.isBlank() || (system != null && kind.isEmpty())) {
            return List.of();
        }
        PatientQuery query =
                new PatientQuery(Optional.of(number), kind, Optional.empty(), Optional.empty(), Optional.empty());
        return directory.search(facility, query, Optional.empty(), NAMESAKES).patients();
    }

    /** Empty for what is no id of a patient. */
    static Optional<PatientId> id(String text) {
        return number(text).map(PatientId::new);
    }

    /** Empty for what is not a number of ours. */
    static Optional<Long> number(String text) {
        if (text == null || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException larger) {
            return Optional.empty();
        }
    }

    static Optional<IdentifierKind> kind(Facility facility, String system) {
        return Arrays.stream(IdentifierKind.values())
                .filter(it -> Systems.of(it, facility).equals(system))
                .findFirst();
    }
}
