package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;

/** What was measured. */
public final class ObservationProvider extends ChartProvider<Observation> {

    private final VisitIntake intake;

    ObservationProvider(ChartParts parts, VisitIntake intake) {
        super(
                Observation.class,
                parts.ofPatient(ObservationMapper::of),
                List.of(
                        Parameter.date(Observation.SP_DATE),
                        Parameter.lastUpdated(),
                        Parameter.concept(Observation.SP_CODE, Observation::getCode),
                        Parameter.concept(Observation.SP_CATEGORY, Observation::getCategoryFirstRep)));
        this.intake = intake;
    }

    /** 201 for a result that is new, 200 for one that its identifier says is known: it is kept as told now. */
    @Create
    public MethodOutcome create(@ResourceParam Observation observation, ServletRequestDetails request) {
        return intake.create(request, observation);
    }
}
