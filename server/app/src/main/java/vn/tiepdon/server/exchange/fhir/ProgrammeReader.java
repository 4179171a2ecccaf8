package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.content.ProgrammePart;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Programme;

/** A place in a chronic programme, as {@link ProgrammeMapper} tells of it. */
final class ProgrammeReader {

    private ProgrammeReader() {}

    /** Whether the plan is to follow the patient in a programme that is known here. */
    static boolean follows(CarePlan told) {
        return told.getStatus() == CarePlanStatus.ACTIVE
                && programmes(told).findAny().isPresent();
    }

    /**
     * @param told a plan that {@link #follows}
     * @throws RefusedException naming the element that is to blame
     */
    static ProgrammePart read(CarePlan told, Facility facility, List<Clinic> clinics) throws RefusedException {
        Duration supply = scheduled(told, CarePlanActivityKind.MEDICATIONREQUEST)
                .filter(Timing.class::isInstance)
                .map(it -> ((Timing) it).getRepeat().getBounds())
                .filter(Duration.class::isInstance)
                .map(Duration.class::cast)
                .findFirst()
                .orElseGet(Duration::new);
        Optional<LocalDate> due = scheduled(told, CarePlanActivityKind.APPOINTMENT)
                .filter(Period.class::isInstance)
                .flatMap(it -> Times.day(((Period) it).getStartElement(), facility).stream())
                .findFirst();
        return new ProgrammePart(
                programmes(told).findFirst().orElseThrow(),
                Places.department(
                        Places.names(details(told).map(CarePlanActivityDetailComponent::getLocation)), clinics),
                Times.day(told.getPeriod().getStartElement(), facility),
                due,
                MedicationReader.days(supply, "CarePlan.activity.detail.scheduled"));
    }

    private static Stream<Programme> programmes(CarePlan told) {
        return Stream.of(Programme.values()).filter(programme -> told.getCategory().stream()
                .flatMap(it -> it.getCoding().stream())
                .anyMatch(it -> Systems.PROGRAMME.equals(it.getSystem())
                        && programme.name().equals(it.getCode())));
    }

    private static Stream<Type> scheduled(CarePlan told, CarePlanActivityKind kind) {
        return details(told)
                .filter(it -> it.getKind() == kind && it.hasScheduled())
                .map(it -> it.getScheduled());
    }

    private static Stream<CarePlanActivityDetailComponent> details(CarePlan told) {
        return told.getActivity().stream().map(CarePlanActivityComponent::getDetail);
    }
}
