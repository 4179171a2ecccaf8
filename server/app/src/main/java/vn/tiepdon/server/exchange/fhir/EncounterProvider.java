package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;

/** Visits. */
public final class EncounterProvider extends ChartProvider<Encounter> {

    private final VisitIntake intake;

    EncounterProvider(ChartParts parts, VisitIntake intake) {
        super(
                Encounter.class,
                parts.ofVisit(EncounterMapper::of),
                List.of(
                        Parameter.date(Encounter.SP_DATE),
                        Parameter.lastUpdated(),
                        Parameter.identifier(Encounter.SP_IDENTIFIER, Encounter::getIdentifier)));
        this.intake = intake;
    }

    /** 201 for a visit that is new, 200 for one that its identifier says is known: it is kept as told now. */
    @Create
    public MethodOutcome create(@ResourceParam Encounter encounter, ServletRequestDetails request) {
        return intake.create(request, encounter);
    }

    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Encounter encounter, ServletRequestDetails request) {
        return intake.update(request, id, encounter);
    }
}
