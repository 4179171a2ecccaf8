package vn.tiepdon.server.patient.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Match;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientMatching;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class MergePromises {

    /** What a card is told, and who took it out of force, is a trail: it is added to, and not taken back. */
    private static final Set<String> TRAIL =
            Set.of("changed_at", "changed_by", "revision", "last_revision", "card_changes");

    private static final int ROUNDS = 15;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PatientMerges merges;

    @Autowired
    Joining joining;

    @Autowired
    RowStore store;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Patients patients;

    @Autowired
    PatientDirectory directory;

    @Autowired
    PatientMatching matching;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    TestHospital hospital;
    ClinicId clinic;
    PatientId kept;
    PatientId gone;
    Charts charts;

    @BeforeEach
    void twoWhoAreOne() {
        aHospital(new SplittableRandom(7));
    }

    private void aHospital(SplittableRandom random) {
        hospital = hospitals.open();
        clinic = hospital.clinic("TIM", 100);
        kept = hospital.patient("Quách Bích Nguyệt", "1955-04-17", Sex.FEMALE);
        gone = hospital.patient("Quách Thị Bích Nguyệt", "1955", Sex.FEMALE);
        hospital.identifier(kept, IdentifierKind.HOSPITAL, "BN000001");
        hospital.identifier(gone, IdentifierKind.HOSPITAL, "BN000002");
        hospital.identifier(gone, IdentifierKind.NATIONAL, "001155000002");
        hospital.pastIdentifier(kept, IdentifierKind.INSURANCE, "0190000001");
        hospital.pastIdentifier(gone, IdentifierKind.INSURANCE, "0190000001");
        charts = new Charts(jdbc, hospital, clinic, random);
        charts.batch();
    }

    @Test
    void everyTableWithRowsOfPatientsIsSpokenFor() {
        Set<String> spoken = new TreeSet<>(Set.of("patient", "patient_word"));
        joining.all().forEach(table -> table.naming().forEach(column -> spoken.add(table.name() + "." + column)));
        List<String> columns = jdbc.queryForList("""
                select lower(table_name) || '.' || lower(column_name) from information_schema.columns
                where lower(table_schema) = 'public' and lower(column_name) like '%patient_id'
                    and lower(table_name) not in ('patient', 'patient_word')""", String.class);
        assertThat(columns).isNotEmpty().isSubsetOf(spoken);
        joining.all().forEach(table -> assertThat(store.of(table, hospital.id(), new PatientId(0)))
                .isEmpty());
    }

    @Test
    void whatWasMergedAndPartedIsAsItWas() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = System.nanoTime();
            aHospital(new SplittableRandom(seed));
            charts.fill(kept);
            charts.fill(gone);
            jdbc.update(
                    "update patient set telephone = '0912', address = 'Xã Bình Minh' where facility_id = ?"
                            + " and patient_id = ?",
                    hospital.id().value(),
                    gone.value());
            Map<String, List<String>> before = everything();
            MergeOutcome merged = merge();
            if (merged instanceof MergeOutcome.Refused) {
                assertThat(everything()).as("seed %d", seed).isEqualTo(before);
                continue;
            }
            MergeId merge = ((MergeOutcome.Done) merged).merge();
            assertThat(everything().values().stream().flatMap(List::stream))
                    .as("seed %d", seed)
                    .noneMatch(row -> row.contains("patient_id=" + gone.value() + ","));
            MergeOutcome parted = part(merge);
            assertThat(parted).as("seed %d", seed).isInstanceOf(MergeOutcome.Done.class);
            assertThat(((MergeOutcome.Done) parted).left()).as("seed %d", seed).isEmpty();
            assertThat(everything()).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void everyNumberAndCodeOfTheOneWhoWentFindsTheKeptOneAtDeskAndKiosk() {
        done(merge());
        assertThat(patients.find(hospital.id(), IdentifierKind.HOSPITAL, "BN000002"))
                .map(one -> one.id())
                .contains(kept);
        assertThat(patients.find(hospital.id(), kept).orElseThrow().hospitalCode())
                .isEqualTo("BN000001");
        for (String typed : List.of("001155000002", "BN000002", "BN000001")) {
            assertThat(matching.match(hospital.id(), new Presentation.TypedNumber(typed)))
                    .isInstanceOfSatisfying(
                            Match.Found.class,
                            it -> assertThat(it.patient().id()).isEqualTo(kept));
        }
        assertThat(patients.find(hospital.id(), gone)).isEmpty();
        assertThat(merges.keptFor(hospital.id(), gone)).contains(kept);
        assertThat(merges.keptFor(hospital.id(), kept)).isEmpty();
    }

    @Test
    void nothingCanBeWrittenForWhoeverWent() {
        done(merge());
        assertThatThrownBy(() -> hospital.visit(gone, clinic, LocalDate.of(2026, 1, 2), "I10", "Tăng huyết áp"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatWasWrittenSinceStaysWithTheKeptOneAndIsSaid() {
        hospital.visit(gone, clinic, LocalDate.of(2026, 1, 2), "I10", "Tăng huyết áp");
        hospital.programme(gone, "COPD", clinic, LocalDate.of(2026, 2, 2));
        MergeId merge = done(merge()).merge();
        hospital.visit(kept, clinic, LocalDate.of(2026, 1, 9), "I10", "Tăng huyết áp");
        jdbc.update(
                "update chronic_programme set next_due = ? where facility_id = ?",
                LocalDate.of(2026, 4, 4),
                hospital.id().value());
        assertThat(done(part(merge)).left()).isEqualTo(Map.of("visit", 1, "chronic_programme", 1));
        assertThat(owners("visit")).containsExactlyInAnyOrder(kept.value(), gone.value());
        assertThat(owners("chronic_programme")).containsExactlyInAnyOrder(kept.value(), gone.value());
    }

    @Test
    void twoWhoWaitInOneQueueTodayAreNotMerged() {
        LocalDate today = clock.today(facilities.get(hospital.id())).date();
        charts.ticket(kept.value(), today, true);
        charts.ticket(gone.value(), today, true);
        Map<String, List<String>> before = everything();
        assertThat(merge()).isEqualTo(new MergeOutcome.Refused(MergeOutcome.Reason.BOTH_WAIT));
        assertThat(everything()).isEqualTo(before);
        jdbc.update(
                "update ticket set state = 'DONE', open_patient_id = null where facility_id = ? and patient_id = ?",
                hospital.id().value(),
                kept.value());
        done(merge());
        assertThat(jdbc.queryForList(
                        "select open_patient_id from ticket where facility_id = ? and state = 'WAITING'",
                        Long.class,
                        hospital.id().value()))
                .containsExactly(kept.value());
    }

    @Test
    void whoIsGoneIsNotMergedAgainAndTheLastMergeIsPartedFirst() {
        PatientId third = hospital.patient("Quách Nguyệt", "1955", Sex.FEMALE);
        MergeId first = done(merge()).merge();
        assertThat(merge()).isEqualTo(new MergeOutcome.Refused(MergeOutcome.Reason.GONE));
        MergeId second = done(merges.merge(hospital.id(), kept, third, "letan", "test", "cùng người"))
                .merge();
        assertThat(part(first)).isEqualTo(new MergeOutcome.Refused(MergeOutcome.Reason.LATER_MERGE));
        MergeId over = done(merges.merge(
                        hospital.id(), hospital.patient("Quách", "1955", Sex.FEMALE), kept, "letan", "test", "x"))
                .merge();
        assertThat(part(second)).isEqualTo(new MergeOutcome.Refused(MergeOutcome.Reason.KEPT_IS_GONE));
        done(part(over));
        done(part(second));
        done(part(first));
        assertThat(part(first)).isEqualTo(new MergeOutcome.Refused(MergeOutcome.Reason.GONE));
    }

    @Test
    void oneOfTwoCardsStaysInForceAndTheOtherComesBackWithItsOwner() {
        card("AA", kept, 1);
        card("BB", gone, 2);
        MergeId merge = done(merge()).merge();
        assertThat(cards()).isEqualTo(Map.of("AA", "BLOCKED " + kept.value(), "BB", "ACTIVE " + kept.value()));
        done(part(merge));
        assertThat(cards()).isEqualTo(Map.of("AA", "ACTIVE " + kept.value(), "BB", "ACTIVE " + gone.value()));
    }

    @Test
    void whoMergedWhomAndWhyIsOnRecord() {
        done(merge());
        assertThat(merges.into(hospital.id(), kept)).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo("letan");
            assertThat(one.reason()).isEqualTo("cùng một người");
            assertThat(one.gone()).isEqualTo(gone);
        });
        assertThat(jdbc.queryForList(
                        "select actor from audit where facility_id = ? and action = 'patient.merge'",
                        String.class,
                        hospital.id().value()))
                .containsExactly("letan");
    }

    private MergeOutcome merge() {
        return merges.merge(hospital.id(), kept, gone, "letan", "test", "cùng một người");
    }

    private MergeOutcome part(MergeId merge) {
        return merges.part(hospital.id(), merge, "letan", "test", "hai người");
    }

    private static MergeOutcome.Done done(MergeOutcome outcome) {
        assertThat(outcome).isInstanceOf(MergeOutcome.Done.class);
        return (MergeOutcome.Done) outcome;
    }

    /** Every row of the two, in every table, but for what only ever grows. */
    private Map<String, List<String>> everything() {
        Map<String, List<String>> all = new TreeMap<>();
        List<PatientTable> tables = new ArrayList<>(joining.all());
        tables.add(PatientTable.owned("patient", "patient_id"));
        tables.add(PatientTable.owned("patient_word", "word", "patient_id"));
        for (PatientTable table : tables) {
            List<String> rows = List.of(kept, gone).stream()
                    .flatMap(one -> store.of(table, hospital.id(), one).stream())
                    .map(MergePromises::text)
                    .sorted()
                    .toList();
            all.put(table.name(), rows);
        }
        return all;
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        row.values().forEach((column, value) -> {
            if (!TRAIL.contains(column)) {
                text.append(column).append('=').append(value).append(',');
            }
        });
        return text.toString();
    }

    private List<Long> owners(String table) {
        return jdbc.queryForList(
                "select patient_id from " + table + " where facility_id = ?",
                Long.class,
                hospital.id().value());
    }

    private void card(String letters, PatientId patient, int hour) {
        jdbc.update(
                """
                insert into patient_card (facility_id, card_id, patient_id, public_key, valid_from, valid_to, status,
                    issued_at, issued_by)
                values (?, ?, ?, '04', ?, ?, 'ACTIVE', ?, 'letan')""",
                hospital.id().value(),
                letters.repeat(16),
                patient.value(),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2031, 1, 1),
                OffsetDateTime.parse("2026-01-01T0" + hour + ":00:00Z"));
    }

    private Map<String, String> cards() {
        Map<String, String> cards = new TreeMap<>();
        jdbc.query(
                "select card_id, status, patient_id from patient_card where facility_id = ?",
                row -> {
                    cards.put(
                            row.getString("card_id").substring(0, 2),
                            row.getString("status") + " " + row.getLong("patient_id"));
                },
                hospital.id().value());
        return cards;
    }
}

@OnH2
class MergeOnH2Test extends MergePromises {}

@OnPostgres
class MergeOnPostgresTest extends MergePromises {}
