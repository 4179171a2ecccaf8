package vn.tiepdon.server.exchange.fhir;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * A chart, resource by resource; each visit is followed by what belongs to it. Programmes come last: whoever reads one visit
 * after the other, and puts off the day on which the patient is expected, hears at the end which day holds.
 */
final class Everything {

    private Everything() {}

    static Stream<Resource> of(Chart chart) {
        Stream<Resource> ofPatient = Stream.of(
                        Stream.of(PatientMapper.patient(chart.facility(), chart.patient(), chart.replaced())),
                        PatientMapper.coverages(chart).map(Dated::resource),
                        AllergyMapper.of(chart).map(Dated::resource),
                        ConditionMapper.chronic(chart).map(Dated::resource),
                        MedicationMapper.statements(chart).map(Dated::resource),
                        GoalMapper.of(chart).map(Dated::resource),
                        AppointmentMapper.of(chart).map(Dated::resource))
                .flatMap(it -> it);
        Stream<Resource> ofVisits = chart.visits().stream().flatMap(visit -> {
            Chart one = chart.only(visit);
            return Stream.of(
                            EncounterMapper.of(one).map(Dated::resource),
                            ConditionMapper.diagnosed(one).map(Dated::resource),
                            MedicationMapper.requests(one).map(Dated::resource),
                            ObservationMapper.onVisits(one).map(Dated::resource))
                    .flatMap(it -> it);
        });
        Stream<Resource> measured = ObservationMapper.loose(chart).map(Dated::resource);
        Stream<Resource> programmes = ProgrammeMapper.of(chart).map(Dated::resource);
        return Stream.of(ofPatient, ofVisits, measured, programmes).flatMap(it -> it);
    }
}
