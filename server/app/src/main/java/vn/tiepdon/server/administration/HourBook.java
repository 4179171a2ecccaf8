package vn.tiepdon.server.administration;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.administration.Week.Span;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** When clinics open in a week. */
@Service
class HourBook {

    private final JdbcClient jdbc;
    private final HouseChanges changes;

    HourBook(JdbcClient jdbc, HouseChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    Map<ClinicId, List<Span>> all(FacilityId facility) {
        record Row(ClinicId clinic, Span span) {}
        return jdbc
                .sql("""
                        select clinic_id, week_day, opens, closes from clinic_opening where facility_id = :facility
                        order by clinic_id, week_day, opens""")
                .param("facility", facility.value())
                .query((row, n) -> new Row(
                        new ClinicId(row.getInt("clinic_id")),
                        new Span(
                                row.getInt("week_day"),
                                row.getObject("opens", LocalTime.class),
                                row.getObject("closes", LocalTime.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::clinic, Collectors.mapping(Row::span, Collectors.toList())));
    }

    Week of(FacilityId facility, ClinicRow clinic) {
        return Week.of(all(facility).getOrDefault(clinic.id(), List.of()));
    }

    @Transactional
    public boolean change(By by, ClinicRow clinic, Week week, Typed typed) {
        List<Span> spans = week.spans(typed);
        if (!typed.well()) {
            return false;
        }
        changes.begin(by);
        jdbc.sql("delete from clinic_opening where facility_id = :facility and clinic_id = :clinic")
                .param("facility", by.facility().value())
                .param("clinic", clinic.id().value())
                .update();
        spans.forEach(span -> jdbc.sql("""
                        insert into clinic_opening (facility_id, clinic_id, week_day, opens, closes)
                        values (:facility, :clinic, :day, :opens, :closes)""")
                .param("facility", by.facility().value())
                .param("clinic", clinic.id().value())
                .param("day", span.weekDay())
                .param("opens", span.opens())
                .param("closes", span.closes())
                .update());
        changes.note(
                by,
                "clinic.hours",
                "clinic " + clinic.code() + ": " + Week.of(spans).days());
        return true;
    }
}
