package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientQuery;

/** Whom a parameter or a reference means: by id, or by a number. */
class PatientFinder {

    /** Numbers of different kinds may read alike. */
    private static final int NAMESAKES = 5;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

    private final PatientDirectory directory;
    private final Facilities facilities;

    PatientFinder(PatientDirectory directory, Facilities facilities) {
        this.directory = directory;
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
                .flatMap(it -> directory.details(facility, List.of(it)).stream())
                .toList();
    }

    List<PatientDetails> of(FacilityId facility, TokenParam identifier) {
        return byNumber(facility, identifier.getSystem(), identifier.getValue());
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
