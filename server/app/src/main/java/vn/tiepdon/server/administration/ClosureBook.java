package vn.tiepdon.server.administration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** Days on which clinics stay closed. */
@Service
class ClosureBook {

    private final JdbcClient jdbc;
    private final HouseChanges changes;

    ClosureBook(JdbcClient jdbc, HouseChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** From a day on, by day. */
    SortedMap<LocalDate, List<ClinicId>> from(FacilityId facility, LocalDate day) {
        record Row(ClinicId clinic, LocalDate day) {}
        return jdbc
                .sql("""
                        select clinic_id, on_day from clinic_closure where facility_id = :facility and on_day >= :day
                        order by on_day, clinic_id""")
                .param("facility", facility.value())
                .param("day", day)
                .query((row, n) ->
                        new Row(new ClinicId(row.getInt("clinic_id")), row.getObject("on_day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::day, TreeMap::new, Collectors.mapping(Row::clinic, Collectors.toList())));
    }

    @Transactional
    public void close(By by, Collection<ClinicRow> clinics, LocalDate from, LocalDate until) {
        changes.begin(by);
        Map<LocalDate, List<ClinicId>> before = from(by.facility(), from);
        from.datesUntil(until.plusDays(1)).forEach(day -> clinics.stream()
                .filter(clinic -> !before.getOrDefault(day, List.of()).contains(clinic.id()))
                .forEach(clinic -> jdbc.sql("""
                                insert into clinic_closure (facility_id, clinic_id, on_day)
                                values (:facility, :clinic, :day)""")
                        .param("facility", by.facility().value())
                        .param("clinic", clinic.id().value())
                        .param("day", day)
                        .update()));
        changes.note(by, "clinic.closed", from + " to " + until + ": " + codes(clinics));
    }

    /** Open again on a day. */
    @Transactional
    public void reopen(By by, LocalDate day, Collection<ClinicRow> clinics) {
        changes.begin(by);
        clinics.forEach(clinic -> jdbc.sql(
                        "delete from clinic_closure where facility_id = :facility and clinic_id = :clinic and on_day = :day")
                .param("facility", by.facility().value())
                .param("clinic", clinic.id().value())
                .param("day", day)
                .update());
        changes.note(by, "clinic.open-again", day + ": " + codes(clinics));
    }

    private static String codes(Collection<ClinicRow> clinics) {
        return clinics.stream().map(ClinicRow::code).collect(Collectors.joining(", "));
    }
}
