package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** How many are expected, for whoever closes a clinic on their day. */
@Repository
public class BookedAhead {

    private final JdbcClient jdbc;

    BookedAhead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appointments that are booked from a day until another, both included. */
    public int count(FacilityId facility, Collection<ClinicId> clinics, LocalDate from, LocalDate until) {
        return clinics.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(*) from appointment where facility_id = :facility and state = 'BOOKED'
                            and on_day >= :from and on_day <= :until and clinic_id in (:clinics)""")
                        .param("facility", facility.value())
                        .param("from", from)
                        .param("until", until)
                        .param("clinics", clinics.stream().map(ClinicId::value).toList())
                        .query(Integer.class)
                        .single();
    }
}
