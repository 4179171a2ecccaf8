package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that the server tells of, put together by hand: beans would be made, and the library loaded, at start. */
final class Providers {

    private Providers() {}

    static List<IResourceProvider> of(FhirParts parts) {
        PatientFinder finder = new PatientFinder(parts.directory(), parts.merges(), parts.facilities());
        PatientResources patients = new PatientResources(parts.directory(), parts.merges());
        FhirIntake people = new FhirIntake(
                parts.register(),
                parts.directory(),
                finder,
                patients,
                parts.facilities(),
                new TransactionTemplate(parts.transactions()));
        VisitIntake visits =
                new VisitIntake(parts.intake(), parts.records(), parts.charts(), finder, parts.facilities(), people);
        RegisterSearch register = new RegisterSearch(parts.directory(), patients, parts.facilities());
        ChartParts charts = new ChartParts(parts.charts(), finder);
        AppointmentIntake appointments =
                new AppointmentIntake(parts.appointments(), parts.appointed(), finder, parts.facilities());
        return List.of(
                new OrganizationProvider(parts.facilities()),
                new LocationProvider(parts.facilities()),
                new PractitionerProvider(parts.staff(), parts.facilities()),
                new PatientProvider(register, parts.charts(), people, parts.clock()),
                new EncounterProvider(charts, visits),
                new ObservationProvider(charts, visits),
                new AppointmentProvider(charts.ofAppointment(parts.appointed(), parts.facilities()), appointments),
                new ScheduleProvider(parts.calendar(), parts.facilities()),
                new SlotProvider(parts.calendar(), parts.facilities(), parts.clock()),
                new ChartProvider<>(Coverage.class, charts.ofPatient(PatientMapper::coverages), List.of()),
                new ChartProvider<>(AllergyIntolerance.class, charts.ofPatient(AllergyMapper::of), List.of()),
                new ChartProvider<>(
                        Condition.class,
                        charts.ofEither(ConditionMapper::of),
                        List.of(
                                Parameter.date(Condition.SP_RECORDED_DATE),
                                Parameter.concept(Condition.SP_CODE, Condition::getCode),
                                Parameter.concept(Condition.SP_CATEGORY, Condition::getCategoryFirstRep))),
                new ChartProvider<>(
                        Goal.class,
                        charts.ofPatient(GoalMapper::of),
                        List.of(
                                Parameter.date(Goal.SP_START_DATE),
                                Parameter.code(Goal.SP_LIFECYCLE_STATUS, it -> it.getLifecycleStatus()
                                        .toCode()))),
                new ChartProvider<>(
                        CarePlan.class,
                        charts.ofPatient(ProgrammeMapper::of),
                        List.of(
                                Parameter.date(CarePlan.SP_DATE),
                                Parameter.concept(CarePlan.SP_CATEGORY, CarePlan::getCategoryFirstRep),
                                Parameter.code(
                                        CarePlan.SP_STATUS, it -> it.getStatus().toCode()))),
                new ChartProvider<>(
                        MedicationRequest.class,
                        charts.ofVisit(MedicationMapper::requests),
                        List.of(
                                Parameter.date(MedicationRequest.SP_AUTHOREDON),
                                Parameter.concept(
                                        MedicationRequest.SP_CODE, MedicationRequest::getMedicationCodeableConcept),
                                Parameter.code(MedicationRequest.SP_STATUS, it -> it.getStatus()
                                        .toCode()))),
                new ChartProvider<>(
                        MedicationStatement.class,
                        charts.ofPatient(MedicationMapper::statements),
                        List.of(
                                Parameter.date(MedicationStatement.SP_EFFECTIVE),
                                Parameter.code(MedicationStatement.SP_STATUS, it -> it.getStatus()
                                        .toCode()))));
    }

    /** Types that know when they were written. */
    static Set<String> withChanges(List<IResourceProvider> providers) {
        return providers.stream()
                .filter(it -> it instanceof PatientProvider
                        || it instanceof ChartProvider<?> charts
                                && charts.parameters().stream()
                                        .anyMatch(each -> each.name().equals(Parameter.LAST_UPDATED)))
                .map(it -> it.getResourceType().getSimpleName())
                .collect(Collectors.toSet());
    }
}
