package vn.tiepdon.server.history;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.merge.Lists;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;
import vn.tiepdon.server.patient.merge.Row;
import vn.tiepdon.server.patient.merge.Verdict;

/**
 * The records of two who are one: visits and what was measured belong together, lists follow each other without saying
 * anything twice, and of two answers the more careful one holds.
 */
@Component
class HistoryTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(
                PatientTable.owned("visit", "visit_id"),
                PatientTable.owned("prescription", "visit_id", "item"),
                PatientTable.owned("observation", "observation_id"),
                PatientTable.ruled("card_visit", HistoryTables::cardVisit, "patient_id", "record_hash"),
                PatientTable.ruled("chronic_programme", HistoryTables::programme, "patient_id", "code"),
                PatientTable.ruled("personal_target", HistoryTables::target, "patient_id", "kind"),
                PatientTable.ruled("emergency_data", HistoryTables::emergency, "patient_id"),
                PatientTable.ruled("medication_list", HistoryTables::medication, "patient_id"),
                PatientTable.ruled(
                        "allergy",
                        Lists.appended(
                                (one, other) -> one.get("substance").equalsIgnoreCase(other.get("substance")),
                                HistoryTables::severest),
                        "patient_id",
                        "item"),
                PatientTable.ruled(
                        "chronic_diagnosis",
                        Lists.appended((one, other) -> one.same(other, "diagnosis_code"), HistoryTables::since),
                        "patient_id",
                        "item"),
                PatientTable.ruled(
                        "emergency_contact",
                        Lists.appended((one, other) -> one.same(other, "telephone")),
                        "patient_id",
                        "item"),
                PatientTable.ruled(
                        "medication",
                        Lists.appended((one, other) -> one.same(other, "drug", "dosage")),
                        "patient_id",
                        "item"));
    }

    private static Verdict cardVisit(FacilityId facility, List<Row> kept, Row gone) {
        return orMove(kept.stream().filter(row -> row.same(gone, "record_hash")).findFirst(), row -> Map.of());
    }

    /** Followed twice in one programme: the later day is the newer one. */
    private static Verdict programme(FacilityId facility, List<Row> kept, Row gone) {
        return orMove(kept.stream().filter(row -> row.same(gone, "code")).findFirst(), row -> {
            Map<String, String> changes = new HashMap<>(since(row, gone));
            differing(changes, row, "next_due", pick(row, gone, "next_due", BinaryOperator.maxBy(natural())));
            differing(changes, row, "drug_days", pick(row, gone, "drug_days", (one, other) -> one));
            return changes;
        });
    }

    /** Of two decisions about one target the later one holds. */
    private static Verdict target(FacilityId facility, List<Row> kept, Row gone) {
        return orMove(kept.stream().filter(row -> row.same(gone, "kind")).findFirst(), row -> {
            Map<String, String> changes = newer(row, gone);
            if (gone.get("set_on").compareTo(row.get("set_on")) > 0) {
                List.of("low", "high", "set_by", "set_on")
                        .forEach(column -> differing(changes, row, column, gone.get(column)));
            }
            return changes;
        });
    }

    /** Two blood groups are none: somebody must ask again. */
    private static Verdict emergency(FacilityId facility, List<Row> kept, Row gone) {
        return orMove(kept.stream().findFirst(), row -> {
            Map<String, String> changes = answeredAgain(row, gone);
            boolean contradict =
                    row.get("blood_group") != null && gone.get("blood_group") != null && !row.same(gone, "blood_group");
            String group = pick(row, gone, "blood_group", (one, other) -> one);
            differing(changes, row, "blood_group", contradict ? null : group);
            return changes;
        });
    }

    private static Verdict medication(FacilityId facility, List<Row> kept, Row gone) {
        return orMove(kept.stream().findFirst(), row -> answeredAgain(row, gone));
    }

    /** As old as the older of both answers. */
    private static Map<String, String> answeredAgain(Row kept, Row gone) {
        Map<String, String> changes = newer(kept, gone);
        differing(changes, kept, "as_of", pick(kept, gone, "as_of", BinaryOperator.minBy(natural())));
        return changes;
    }

    /** Than any page that is open. */
    private static Map<String, String> newer(Row kept, Row gone) {
        int version = Math.max(Integer.parseInt(kept.get("version")), Integer.parseInt(gone.get("version")));
        return new HashMap<>(Map.of("version", String.valueOf(version + 1)));
    }

    private static Map<String, String> severest(Row kept, Row gone) {
        Severity one = Severity.valueOf(kept.get("severity"));
        Severity other = Severity.valueOf(gone.get("severity"));
        return one.compareTo(other) >= 0 ? Map.of() : Map.of("severity", other.name());
    }

    private static Map<String, String> since(Row kept, Row gone) {
        Map<String, String> changes = new HashMap<>();
        differing(changes, kept, "since", pick(kept, gone, "since", BinaryOperator.minBy(natural())));
        return changes;
    }

    private static Comparator<String> natural() {
        return Comparator.naturalOrder();
    }

    private static String pick(Row kept, Row gone, String column, BinaryOperator<String> choice) {
        return Stream.of(kept, gone)
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .reduce(choice)
                .orElse(null);
    }

    private static void differing(Map<String, String> changes, Row row, String column, String value) {
        if (!Objects.equals(row.get(column), value)) {
            changes.put(column, value);
        }
    }

    private static Verdict orMove(Optional<Row> there, Function<Row, Map<String, String>> changes) {
        return there.<Verdict>map(row -> new Verdict.Combine(row, changes.apply(row)))
                .orElseGet(() -> new Verdict.Move(Map.of()));
    }
}
