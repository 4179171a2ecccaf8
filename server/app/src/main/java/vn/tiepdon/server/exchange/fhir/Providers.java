package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that the server tells of, put together by hand: beans would be made, and the library loaded, at start. */
final class Providers {

    private Providers() {}

    static List<IResourceProvider> of(FhirParts parts) {
        PatientFinder finder = new PatientFinder(parts.directory(), parts.facilities());
        FhirIntake people = new FhirIntake(
                parts.register(),
                parts.directory(),
                finder,
                parts.facilities(),
                new TransactionTemplate(parts.transactions()));
        VisitIntake visits =
                new VisitIntake(parts.intake(), parts.records(), parts.charts(), finder, parts.facilities(), people);
        RegisterSearch register = new RegisterSearch(parts.directory(), parts.facilities());
        ChartParts charts = new ChartParts(parts.charts(), finder);
        return List.of(
                new OrganizationProvider(parts.facilities()),
                new LocationProvider(parts.facilities()),
                new PractitionerProvider(parts.staff(), parts.facilities()),
                new PatientProvider(register, parts.charts(), people, parts.clock()),
                new CoverageProvider(charts),
                new EncounterProvider(charts, visits),
                new ConditionProvider(charts),
                new ObservationProvider(charts, visits),
                new AllergyIntoleranceProvider(charts),
                new MedicationRequestProvider(charts),
                new MedicationStatementProvider(charts));
    }
}
