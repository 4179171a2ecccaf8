package vn.tiepdon.server.exchange.fhir;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Makes searches, each with the way from its ids to their patient. */
class ChartParts {

    private final Charts charts;
    private final PatientFinder patients;

    ChartParts(Charts charts, PatientFinder patients) {
        this.charts = charts;
        this.patients = patients;
    }

    /** Ids that begin with the patient's: {@code 12-…}. */
    <T extends Resource> ChartSearch<T> ofPatient(Function<Chart, Stream<Dated<T>>> told) {
        return new ChartSearch<>(charts, patients, told, (facility, id) -> PatientFinder.id(first(id)), none());
    }

    /** Ids that begin with the visit's: {@code 34-…}. */
    <T extends Resource> ChartSearch<T> ofVisit(Function<Chart, Stream<Dated<T>>> told) {
        return new ChartSearch<>(charts, patients, told, (facility, id) -> ofVisit(facility, first(id)), none());
    }

    /** Ids of both, told apart by a letter: {@code p12-…}, {@code v34-…}. */
    <T extends Resource> ChartSearch<T> ofEither(Function<Chart, Stream<Dated<T>>> told) {
        return new ChartSearch<>(
                charts,
                patients,
                told,
                (facility, id) -> {
                    String number = id.isEmpty() ? "" : first(id.substring(1));
                    return id.startsWith("v") ? ofVisit(facility, number) : PatientFinder.id(number);
                },
                none());
    }

    /** Ids of appointments, which are found without a patient too. */
    ChartSearch<Appointment> ofAppointment(AppointedReader reader, Facilities facilities) {
        return new ChartSearch<>(
                charts,
                patients,
                AppointmentMapper::of,
                (facility, id) ->
                        reader.find(facility, id).map(it -> it.appointment().patient()),
                new AppointmentDays(reader, facilities));
    }

    private static <T extends Resource> ChartSearch.Beyond<T> none() {
        return (facility, asked) -> Optional.empty();
    }

    private Optional<PatientId> ofVisit(FacilityId facility, String number) {
        return PatientFinder.number(number).flatMap(it -> charts.ofVisit(facility, it));
    }

    private static String first(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }
}
