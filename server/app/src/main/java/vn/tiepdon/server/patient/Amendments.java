package vn.tiepdon.server.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PastValue.Part;
import vn.tiepdon.server.patient.PatientRows.Number;
import vn.tiepdon.server.patient.likeness.Likeness;

/** Changes one patient, who is locked meanwhile. */
@Repository
class Amendments {

    private static final String OF = " where facility_id = :facility and patient_id = :patient";

    private final JdbcClient jdbc;
    private final People people;
    private final PatientRows rows;
    private final Entrance entrance;
    private final DuplicateRows duplicates;
    private final PastValues past;
    private final HospitalClock clock;

    Amendments(
            JdbcClient jdbc,
            People people,
            PatientRows rows,
            Entrance entrance,
            DuplicateRows duplicates,
            PastValues past,
            HospitalClock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.rows = rows;
        this.entrance = entrance;
        this.duplicates = duplicates;
        this.past = past;
        this.clock = clock;
    }

    /** @param seen the version that the patient must have; of any when empty */
    void write(FacilityId facility, PatientId patient, PatientChange change, OptionalInt seen, String by) {
        Row before = jdbc.sql("select full_name, birth_date, sex, telephone, address, version from patient" + OF
                        + " for update")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(Amendments::row)
                .optional()
                .orElseThrow(() -> new PatientNotFoundException(facility));
        if (seen.isPresent() && seen.getAsInt() != before.version()) {
            throw new OptimisticLockingFailureException("a patient was changed by another");
        }
        String fullName = change.fullName().orElse(before.fullName());
        BirthDate born = change.birthDate().orElse(before.birthDate());
        Sex sex = change.sex().orElse(before.sex());
        String telephone = change.telephone().orElse(change.wholeContacts() ? null : before.telephone());
        String address = change.address().orElse(change.wholeContacts() ? null : before.address());
        Instant now = clock.now();
        PatientKeys keys = PatientKeys.of(fullName, born);
        jdbc.sql("""
                update patient set full_name = :name, search_name = :search, match_key = :key, birth_date = :born,
                    sex = :sex, telephone = :telephone, address = :address,
                    changed_at = :at, version = version + 1""" + OF)
                .param("name", fullName)
                .param("search", keys.searchName())
                .param("key", keys.matchKey())
                .param("born", born.iso())
                .param("sex", sex.name())
                .param("telephone", telephone, Types.VARCHAR)
                .param("address", address, Types.VARCHAR)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("facility", facility.value())
                .param("patient", patient.value())
                .update();
        if (!fullName.equals(before.fullName())) {
            rows.rewriteWords(facility, patient, keys);
        }
        writeNumbers(facility, patient, change.identifiers());
        past.note(facility, patient, Part.NAME, before.fullName(), fullName, now, by);
        past.note(facility, patient, Part.BIRTH_DATE, before.birthDate().iso(), born.iso(), now, by);
        past.note(facility, patient, Part.SEX, before.sex().name(), sex.name(), now, by);
        past.note(facility, patient, Part.TELEPHONE, before.telephone(), telephone, now, by);
        past.note(facility, patient, Part.ADDRESS, before.address(), address, now, by);
    }

    private void writeNumbers(FacilityId facility, PatientId patient, Map<IdentifierKind, String> numbers) {
        Known known = people.byId(facility, List.of(patient)).get(patient);
        LocalDate today = entrance.today(facility);
        numbers.forEach((kind, value) -> {
            Number number = new Number(patient, kind, value, true);
            if (!known.number(kind).filter(value::equals).isPresent()) {
                rows.endNumbers(facility, List.of(number), today);
                rows.silence(facility, number);
                if (!rows.reinstate(facility, number, today)) {
                    rows.insertNumbers(facility, List.of(number), today);
                }
            }
        });
    }

    /** Who else may be this patient is remembered for the desk. */
    void noteAlike(FacilityId facility, PatientId patient) {
        Known known = people.byId(facility, List.of(patient)).get(patient);
        PatientKeys keys =
                PatientKeys.of(known.features().fullName(), known.features().birthDate());
        Map<PatientId, Known> near = people.byMatchKey(facility, Set.of(keys.matchKey()));
        String born = known.features().birthDate().iso();
        if (born.length() == 10) {
            near.putAll(people.byBirthDate(facility, Set.of(born)));
        }
        near.remove(patient);
        duplicates.note(
                facility,
                near.values().stream()
                        .map(other -> Pair.of(
                                patient,
                                other.id(),
                                Likeness.of(known.features(), other.features()).score()))
                        .filter(pair -> pair.score() >= Likeness.WORTH_A_LOOK)
                        .toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("full_name"),
                new BirthDate(row.getString("birth_date")),
                Sex.valueOf(row.getString("sex")),
                row.getString("telephone"),
                row.getString("address"),
                row.getInt("version"));
    }

    /** Telephone and address are null when nobody knows them. */
    private record Row(String fullName, BirthDate birthDate, Sex sex, String telephone, String address, int version) {
        @Override
        public String toString() {
            return "Row[…]";
        }
    }
}
