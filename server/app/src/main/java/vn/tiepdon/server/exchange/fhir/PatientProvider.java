package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import vn.tiepdon.server.facility.HospitalClock;

/** Patients, and everything of one of them. */
public final class PatientProvider implements IResourceProvider {

    private final RegisterSearch pages;
    private final Charts charts;
    private final FhirIntake intake;
    private final HospitalClock clock;

    PatientProvider(RegisterSearch pages, Charts charts, FhirIntake intake, HospitalClock clock) {
        this.pages = pages;
        this.charts = charts;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    @Read
    public Patient read(@IdParam IdType id, ServletRequestDetails request) {
        return pages.read(request, id.getIdPart());
    }

    @Search
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = Patient.SP_IDENTIFIER) TokenParam identifier,
            @Description(shortDefinition = "words of the name or beginnings of them, with or without marks")
                    @OptionalParam(name = Patient.SP_NAME)
                    StringParam name,
            @OptionalParam(name = Patient.SP_BIRTHDATE) DateParam birthDate,
            @OptionalParam(name = Patient.SP_GENDER) TokenParam gender,
            @Description(shortDefinition = "by itself") @OptionalParam(name = Parameter.LAST_UPDATED)
                    DateRangeParam changed,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        if (changed != null) {
            boolean alone = Stream.of(ids, identifier, name, birthDate, gender).allMatch(Objects::isNull);
            return pages.changed(request, changed, alone, Pages.size(count), after);
        }
        return pages.search(
                request, new RegisterSearch.Asked(ids, identifier, name, birthDate, gender), Pages.size(count), after);
    }

    /** With {@code If-None-Exist: identifier=system|value} the patient who has that number is answered instead. */
    @Create
    public MethodOutcome create(
            @ResourceParam Patient patient, @ConditionalUrlParam String condition, ServletRequestDetails request) {
        return intake.patient(request, patient, condition);
    }

    /** Name, birth date, sex, identifiers, telephone and address; with {@code If-Match} only of that version. */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Patient patient, ServletRequestDetails request) {
        return intake.update(request, id, patient);
    }

    @Operation(name = "$everything", idempotent = true)
    public Bundle everything(
            @IdParam IdType id,
            @OperationParam(name = "_count", typeName = "integer") IntegerType count,
            @OperationParam(name = Pages.AFTER, typeName = "string") StringType after,
            ServletRequestDetails request) {
        return Pages.of(
                request,
                Everything.of(chart(id, request)).toList(),
                count == null ? null : count.getValue(),
                after == null ? null : new StringParam(after.getValue()));
    }

    @Operation(name = "$summary", idempotent = true)
    public Bundle summary(@IdParam IdType id, ServletRequestDetails request) {
        return PatientSummary.of(chart(id, request), request.getFhirServerBase(), clock.now());
    }

    private Chart chart(IdType id, ServletRequestDetails request) {
        return PatientFinder.id(id.getIdPart())
                .flatMap(it -> charts.of(Caller.of(request.getServletRequest()).facility(), it))
                .orElseThrow(Outcomes::notFound);
    }
}
