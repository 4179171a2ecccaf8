package vn.tiepdon.server.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** Writes people, their words and their numbers, many at once. */
@Repository
class PatientRows {

    private static final String OF = " where facility_id = ? and patient_id = ?";

    private static final String INSERT_WORD =
            "insert into patient_word (facility_id, word, patient_id, name) values (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    PatientRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FacilityId facility, List<Entry> entries, LocalDate today, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<Object[]> people = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        List<Number> numbers = new ArrayList<>();
        for (Entry entry : entries) {
            NewPatient person = entry.person();
            PatientKeys keys = PatientKeys.of(person.fullName(), person.birthDate());
            people.add(new Object[] {
                facility.value(),
                entry.id().value(),
                person.fullName(),
                keys.searchName(),
                keys.matchKey(),
                person.birthDate().iso(),
                person.sex().name(),
                person.telephone().orElse(null),
                person.address().orElse(null),
                at,
                at
            });
            keys.words()
                    .forEach(word -> words.add(
                            new Object[] {facility.value(), word, entry.id().value(), keys.name()}));
            person.identifiers().forEach((kind, value) -> numbers.add(new Number(entry.id(), kind, value, true)));
        }
        jdbc.batchUpdate("""
                insert into patient (facility_id, patient_id, full_name, search_name, match_key, birth_date, sex,
                    telephone, address, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", people);
        jdbc.batchUpdate(INSERT_WORD, words);
        insertNumbers(facility, numbers, today);
    }

    /** In an order of their own, so that two who enter the same numbers meet at the first of them and not crosswise. */
    void insertNumbers(FacilityId facility, List<Number> numbers, LocalDate today) {
        jdbc.batchUpdate(
                """
                insert into patient_identifier (facility_id, patient_id, kind, id_value, current_value, valid_from,
                    valid_to)
                values (?, ?, ?, ?, ?, ?, ?)""",
                numbers.stream()
                        .sorted(Comparator.comparing(Number::kind).thenComparing(Number::value))
                        .map(one -> new Object[] {
                            facility.value(),
                            one.patient().value(),
                            one.kind().name(),
                            one.value(),
                            one.value(),
                            today,
                            one.inForce() ? null : today
                        })
                        .toList());
    }

    /** Those in force end; hospital codes go on leading to their patient. */
    void endNumbers(FacilityId facility, List<Number> successors, LocalDate today) {
        jdbc.batchUpdate(
                """
                update patient_identifier
                set valid_to = ?, current_value = case when kind = 'HOSPITAL' then current_value end
                where facility_id = ? and patient_id = ? and kind = ? and valid_to is null""",
                successors.stream()
                        .map(one -> new Object[] {
                            today,
                            facility.value(),
                            one.patient().value(),
                            one.kind().name()
                        })
                        .toList());
    }

    /** A row of this number that only led to the patient does so no more: a new one of it is coming. */
    void silence(FacilityId facility, Number number) {
        jdbc.update(
                """
                update patient_identifier set current_value = null
                where facility_id = ? and kind = ? and id_value = ? and patient_id = ? and valid_to is not null""",
                facility.value(),
                number.kind().name(),
                number.value(),
                number.patient().value());
    }

    /** A number that began today is in force again. */
    boolean reinstate(FacilityId facility, Number number, LocalDate today) {
        return jdbc.update(
                        """
                        update patient_identifier set valid_to = null, current_value = id_value
                        where facility_id = ? and kind = ? and id_value = ? and patient_id = ? and valid_from = ?""",
                        facility.value(),
                        number.kind().name(),
                        number.value(),
                        number.patient().value(),
                        today)
                == 1;
    }

    /** What nobody knew of them so far; what is known stays. */
    void completeContacts(FacilityId facility, List<Entry> told, Instant now) {
        jdbc.batchUpdate(
                "update patient set telephone = coalesce(telephone, ?), address = coalesce(address, ?), changed_at = ?,"
                        + " version = version + 1" + OF,
                told.stream()
                        .map(one -> new Object[] {
                            one.person().telephone().orElse(null),
                            one.person().address().orElse(null),
                            now.atOffset(ZoneOffset.UTC),
                            facility.value(),
                            one.id().value()
                        })
                        .toList());
    }

    void rewriteWords(FacilityId facility, PatientId patient, PatientKeys keys) {
        jdbc.update("delete from patient_word" + OF, facility.value(), patient.value());
        jdbc.batchUpdate(
                INSERT_WORD,
                keys.words().stream()
                        .map(word -> new Object[] {facility.value(), word, patient.value(), keys.name()})
                        .toList());
    }

    record Entry(PatientId id, NewPatient person) {}

    /** @param inForce or only one that also leads to the patient */
    record Number(PatientId patient, IdentifierKind kind, String value, boolean inForce) {
        @Override
        public String toString() {
            return "Number[" + kind + "]";
        }
    }
}
