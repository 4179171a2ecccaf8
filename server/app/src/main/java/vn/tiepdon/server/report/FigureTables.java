package vn.tiepdon.server.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facility;

/**
 * Counts of a period, made by the database: what leaves it is a few thousand rows however long the period is. All
 * clinics are named, because the indexes of tickets begin with hospital and clinic.
 */
@Repository
class FigureTables {

    /** Longer waits are a number that was forgotten. Minutes. */
    private static final int LONGEST = 1_440;

    private static final String OF_PERIOD =
            "where facility_id = :facility and clinic_id in (:clinics) and business_day between :from and :to";

    private static final String TICKETS = """
            select clinic_id, state, taken_at, hour_given, count(*) as n from (
                select clinic_id, state, taken_at, extract(hour from issued_at at time zone :zone) as hour_given
                from ticket %s) given
            group by clinic_id, state, taken_at, hour_given""".formatted(OF_PERIOD);

    private static final String DOOR = """
            select door_seconds as took, count(*) as n from ticket %s and door_seconds is not null
            group by door_seconds""".formatted(OF_PERIOD);

    private static final String WAITS = """
            select clinic_id, took, count(*) as n from (
                select clinic_id, cast(floor(extract(epoch from (first_called_at - queued_at)) / 60) as integer) as took
                from ticket_stop %s and first_called_at is not null) waited
            group by clinic_id, took""".formatted(OF_PERIOD);

    private static final String TO_ROOM = """
            select took, count(*) as n from (
                select cast(floor(extract(epoch from (coalesce(entered_at, first_called_at) - queued_at)) / 60) as integer)
                    as took
                from ticket_stop %s and cause = 'ISSUED' and first_called_at is not null) went
            group by took""".formatted(OF_PERIOD);

    private static final String STAYS = """
            select techniques, took, count(*) as n from (
                select case when s.techniques is null then 0 when s.techniques > 3 then 3 else s.techniques end
                        as techniques,
                    cast(floor(extract(epoch from (t.ended_at - t.issued_at)) / 60) as integer) as took
                from (select ticket_id, issued_at, ended_at from ticket %s and state = 'DONE') t
                left join (select ticket_id, cast(count(*) as integer) as techniques from ticket_stop
                    where facility_id = :facility and clinic_id in (:services) and business_day between :from and :to
                    group by ticket_id) s on s.ticket_id = t.ticket_id) stayed
            group by techniques, took""".formatted(OF_PERIOD);

    private final JdbcClient jdbc;

    FigureTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param counts by clinic */
    record Given(Map<ClinicId, Counts> counts, long[] hours) {}

    Given given(Facility facility, Collection<ClinicId> clinics, Period period) {
        Map<ClinicId, Counts> counts = new HashMap<>();
        long[] hours = new long[24];
        ask(TICKETS, facility, clinics, period)
                .param("zone", facility.zone().getId())
                .query(row -> {
                    long n = row.getLong("n");
                    String taken = row.getString("taken_at");
                    String state = row.getString("state");
                    counts.merge(
                            new ClinicId(row.getInt("clinic_id")),
                            new Counts(
                                    n,
                                    state.equals("DONE") ? n : 0,
                                    state.equals("MISSED") ? n : 0,
                                    state.equals("CANCELLED") ? n : 0,
                                    "KIOSK".equals(taken) ? n : 0,
                                    taken == null ? 0 : n),
                            Counts::plus);
                    hours[row.getInt("hour_given")] += n;
                });
        return new Given(counts, hours);
    }

    Spread door(Facility facility, Collection<ClinicId> clinics, Period period) {
        Spread seconds = new Spread();
        ask(DOOR, facility, clinics, period).query(row -> {
            seconds.add(row.getInt("took"), row.getLong("n"));
        });
        return seconds;
    }

    Map<ClinicId, Spread> waits(Facility facility, Collection<ClinicId> clinics, Period period) {
        Map<ClinicId, Spread> waits = new HashMap<>();
        ask(WAITS, facility, clinics, period).query(row -> {
            waits.computeIfAbsent(new ClinicId(row.getInt("clinic_id")), none -> new Spread())
                    .add(bounded(row.getInt("took")), row.getLong("n"));
        });
        return waits;
    }

    Spread toRoom(Facility facility, Collection<ClinicId> clinics, Period period) {
        Spread minutes = new Spread();
        ask(TO_ROOM, facility, clinics, period).query(row -> {
            minutes.add(bounded(row.getInt("took")), row.getLong("n"));
        });
        return minutes;
    }

    /** @param services where techniques are done; one at least */
    List<Stay> stays(Facility facility, Collection<ClinicId> clinics, Collection<ClinicId> services, Period period) {
        Spread[] groups = new Spread[Stay.GROUPS];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new Spread();
        }
        ask(STAYS, facility, clinics, period)
                .param("services", values(services))
                .query(row -> {
                    groups[row.getInt("techniques")].add(bounded(row.getInt("took")), row.getLong("n"));
                });
        return List.of(new Stay(0, groups[0]), new Stay(1, groups[1]), new Stay(2, groups[2]), new Stay(3, groups[3]));
    }

    private JdbcClient.StatementSpec ask(String sql, Facility facility, Collection<ClinicId> clinics, Period period) {
        return jdbc.sql(sql)
                .param("facility", facility.id().value())
                .param("clinics", values(clinics))
                .param("from", period.from())
                .param("to", period.to());
    }

    private static List<Integer> values(Collection<ClinicId> clinics) {
        return clinics.stream().map(ClinicId::value).toList();
    }

    private static int bounded(int minutes) {
        return Math.max(0, Math.min(LONGEST, minutes));
    }
}
