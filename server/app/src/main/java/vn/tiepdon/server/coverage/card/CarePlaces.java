package vn.tiepdon.server.coverage.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.FacilityId;

/** What facilities are called, as a hospital has loaded their list. */
@Repository
public class CarePlaces {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    CarePlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for one that the list does not name on that day. */
    public Optional<String> name(FacilityId hospital, FacilityCode code, LocalDate day) {
        return jdbc
                .queryForList(
                        "select name from care_place where facility_id = ? and code = ? and valid_from <= ?"
                                + " and (valid_until is null or valid_until >= ?)",
                        String.class,
                        hospital.value(),
                        code.text(),
                        day,
                        day)
                .stream()
                .findFirst();
    }

    public int size(FacilityId hospital) {
        return jdbc.queryForObject(
                "select count(*) from care_place where facility_id = ?", Integer.class, hospital.value());
    }

    /** The whole list takes the place of the one before. */
    @Transactional
    public void load(FacilityId hospital, List<CarePlaceRow> rows) {
        jdbc.update("delete from care_place where facility_id = ?", hospital.value());
        jdbc.batchUpdate(
                "insert into care_place (facility_id, code, valid_from, valid_until, name) values (?, ?, ?, ?, ?)",
                rows,
                AT_ONCE,
                (statement, row) -> {
                    statement.setInt(1, hospital.value());
                    statement.setString(2, row.code().text());
                    statement.setObject(3, row.from());
                    statement.setObject(4, row.until().orElse(null));
                    statement.setString(5, row.name());
                });
    }
}
