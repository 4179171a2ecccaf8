package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.IdType;

/** Who is expected. */
public final class AppointmentProvider extends ChartProvider<Appointment> {

    private final AppointmentIntake intake;

    AppointmentProvider(ChartSearch<Appointment> search, AppointmentIntake intake) {
        super(
                Appointment.class,
                search,
                List.of(
                        Parameter.date(Appointment.SP_DATE),
                        Parameter.lastUpdated(),
                        Parameter.code(
                                Appointment.SP_STATUS, it -> it.getStatus().toCode()),
                        Parameter.identifier(Appointment.SP_IDENTIFIER, Appointment::getIdentifier),
                        Parameter.reference(Appointment.SP_LOCATION, AppointmentProvider::actors),
                        Parameter.reference(Appointment.SP_ACTOR, AppointmentProvider::actors)));
        this.intake = intake;
    }

    /** 201 for a place that was given, 200 for an appointment that its identifier says is known. */
    @Create
    public MethodOutcome create(
            @ResourceParam Appointment appointment,
            @ConditionalUrlParam String condition,
            ServletRequestDetails request) {
        return intake.create(request, appointment, condition);
    }

    /** Cancels or moves. */
    @Update
    public MethodOutcome update(
            @IdParam IdType id, @ResourceParam Appointment appointment, ServletRequestDetails request) {
        return intake.update(request, id, appointment);
    }

    private static Stream<String> actors(Appointment appointment) {
        return appointment.getParticipant().stream().map(it -> it.getActor().getReference());
    }
}
