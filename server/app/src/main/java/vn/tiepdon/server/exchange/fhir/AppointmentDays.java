package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.DateRangeParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import vn.tiepdon.server.appointment.AppointmentCalendar;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;

/** Finds appointments of whichever patient: by what another system calls them, or those of some days. */
record AppointmentDays(AppointedReader reader, Facilities facilities) implements ChartSearch.Beyond<Appointment> {

    @Override
    public Optional<Stream<Dated<Appointment>>> find(Facility facility, Map<String, String[]> asked) {
        if (asked.containsKey(Appointment.SP_IDENTIFIER)) {
            return Optional.of(Stream.of(asked.get(Appointment.SP_IDENTIFIER))
                    .flatMap(it -> Parameter.tokens(Appointment.SP_IDENTIFIER, it).getValuesAsQueryTokens().stream())
                    .flatMap(it -> reader.ofSource(facility.id(), it.getValue()).stream())
                    .map(it -> AppointmentMapper.dated(facility, it)));
        }
        if (!asked.containsKey(Appointment.SP_DATE)) {
            return Optional.empty();
        }
        DateRangeParam range = Parameter.range(Appointment.SP_DATE, Arrays.asList(asked.get(Appointment.SP_DATE)));
        DateFilter filter = DateFilter.of(range, facility.zone());
        if (filter.from().equals(Instant.MIN) || filter.to().equals(Instant.MAX)) {
            return Optional.empty();
        }
        LocalDate from = filter.from().atZone(facility.zone()).toLocalDate();
        LocalDate to = filter.to().minusNanos(1).atZone(facility.zone()).toLocalDate();
        if (ChronoUnit.DAYS.between(from, to) >= AppointmentCalendar.MOST_DAYS) {
            return Optional.empty();
        }
        List<Appointed> found = reader.between(facility.id(), clinics(facility, asked), from, to);
        if (found.size() >= AppointmentCalendar.MOST) {
            throw Outcomes.refused(
                    IssueType.TOOCOSTLY,
                    "Quá nhiều lịch hẹn; xin chọn ít ngày hơn hoặc một phòng khám.",
                    "Too many appointments: say fewer days, or a location.");
        }
        return Optional.of(
                found.stream().map(it -> AppointmentMapper.dated(facility, it)).sorted((a, b) -> a.at().compareTo(
                                b.at())));
    }

    /** Those that are asked for by themselves, else all. */
    private List<ClinicId> clinics(Facility facility, Map<String, String[]> asked) {
        String[] named = asked.get(Appointment.SP_LOCATION);
        return facilities.clinics(facility.id()).stream()
                .map(Clinic::id)
                .filter(it ->
                        named == null || named.length > 1 || Parameter.refers(named[0], "Location/c" + it.value()))
                .toList();
    }
}
