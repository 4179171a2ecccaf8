package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientPage;
import vn.tiepdon.server.patient.PatientQuery;

/** Searches the register, a page at a time: a search without limits is one, too. */
class RegisterSearch {

    private static final int MOST_IDS = 100;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final PatientDirectory directory;
    private final PatientResources patients;
    private final Facilities facilities;

    RegisterSearch(PatientDirectory directory, PatientResources patients, Facilities facilities) {
        this.directory = directory;
        this.patients = patients;
        this.facilities = facilities;
    }

    /** Null for what was not asked. */
    record Asked(
            TokenOrListParam ids, TokenParam identifier, StringParam name, DateParam birthDate, TokenParam gender) {}

    Patient read(ServletRequestDetails request, String id) {
        FacilityId facility = Caller.of(request.getServletRequest()).facility();
        Patient found = PatientFinder.id(id).stream()
                .flatMap(it -> patients.read(facilities.get(facility), it).stream())
                .findFirst()
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    Bundle search(ServletRequestDetails request, Asked asked, int size, StringParam after) {
        Facility facility =
                facilities.get(Caller.of(request.getServletRequest()).facility());
        if (asked.ids() != null) {
            return byIds(request, facility, asked.ids());
        }
        Optional<PatientQuery> query = query(facility, asked);
        if (query.isEmpty()) {
            return Pages.of(request, List.of(), false);
        }
        PatientPage page = directory.search(facility.id(), query.get(), behind(after), size);
        Bundle bundle = Pages.of(
                request, patients.told(facility, page.patients()), page.next().isPresent());
        if (page.cut()) {
            Pages.warn(
                    bundle,
                    IssueType.TOOCOSTLY,
                    "Quá nhiều người phù hợp; xin cho thêm tên hoặc ngày sinh.",
                    "Not all who may fit were looked at: say more of the name, or the birth date.");
        }
        return bundle;
    }

    /** What is new of whom: for systems that keep the register a second time. */
    Bundle changed(ServletRequestDetails request, DateRangeParam changed, boolean alone, int size, StringParam after) {
        if (!alone) {
            throw Outcomes.refused(
                    IssueType.NOTSUPPORTED,
                    "_lastUpdated chỉ dùng một mình.",
                    "_lastUpdated goes with no other parameter than _count.");
        }
        Facility facility =
                facilities.get(Caller.of(request.getServletRequest()).facility());
        DateFilter filter = DateFilter.of(changed, facility.zone());
        PatientPage page = directory.changed(
                facility.id(),
                filter.from().isBefore(Instant.EPOCH) ? Instant.EPOCH : filter.from(),
                filter.to().isAfter(LATEST) ? LATEST : filter.to(),
                behind(after),
                size);
        return Pages.of(
                request, patients.told(facility, page.patients()), page.next().isPresent());
    }

    private static Optional<PatientId> behind(StringParam after) {
        return Optional.ofNullable(after).flatMap(it -> PatientFinder.id(Pages.idOf(it.getValue())));
    }

    private Bundle byIds(ServletRequestDetails request, Facility facility, TokenOrListParam ids) {
        if (ids.size() > MOST_IDS) {
            throw Outcomes.refused(IssueType.TOOCOSTLY, "Tối đa " + MOST_IDS + " mã.", "At most " + MOST_IDS + " ids.");
        }
        List<PatientId> known = ids.getValuesAsQueryTokens().stream()
                .flatMap(it -> PatientFinder.id(it.getValue()).stream())
                .toList();
        return Pages.of(request, patients.known(facility, known), false);
    }

    /** Empty when nobody can be meant. */
    private static Optional<PatientQuery> query(Facility facility, Asked asked) {
        Optional<String> number = Optional.ofNullable(asked.identifier()).map(TokenParam::getValue);
        Optional<String> system = Optional.ofNullable(asked.identifier())
                .map(TokenParam::getSystem)
                .filter(it -> !it.isEmpty());
        Optional<IdentifierKind> kind = system.flatMap(it -> PatientFinder.kind(facility, it));
        if (system.isPresent() && kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PatientQuery(
                number,
                kind,
                Optional.ofNullable(asked.name()).map(StringParam::getValue),
                Optional.ofNullable(asked.birthDate()).map(RegisterSearch::birthDate),
                Optional.ofNullable(asked.gender()).map(RegisterSearch::sex)));
    }

    private static BirthDate birthDate(DateParam asked) {
        boolean equal = asked.getPrefix() == null || asked.getPrefix() == ParamPrefixEnum.EQUAL;
        return Optional.of(asked)
                .filter(it -> equal)
                .flatMap(it -> BirthDate.parse(it.getValueAsString()))
                .orElseThrow(() -> Outcomes.refused(
                        IssueType.NOTSUPPORTED,
                        "birthdate chỉ nhận một ngày, tháng hoặc năm.",
                        "birthdate takes one day, month or year."));
    }

    private static Sex sex(TokenParam asked) {
        return switch (asked.getValue().toLowerCase(Locale.ROOT)) {
            case "male" -> Sex.MALE;
            case "female" -> Sex.FEMALE;
            default -> Sex.UNKNOWN;
        };
    }
}
