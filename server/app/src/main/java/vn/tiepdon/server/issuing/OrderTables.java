package vn.tiepdon.server.issuing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;
import vn.tiepdon.server.patient.merge.Row;
import vn.tiepdon.server.patient.merge.Verdict;

/** Orders for cards, and cards on their way: one at most for each patient, and for each patient of a batch. */
@Component
class OrderTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(
                PatientTable.owned("card_order", "order_id"),
                PatientTable.ruled("card_issue", OrderTables::pending, "card_id"),
                PatientTable.ruled("card_batch_item", OrderTables::batchItem, "batch_id", "item"));
    }

    /** Only the kept one's card can still become valid. */
    private static Verdict pending(FacilityId facility, List<Row> kept, Row gone) {
        return kept.stream()
                .findFirst()
                .<Verdict>map(row -> new Verdict.Combine(row, Map.of()))
                .orElseGet(() -> new Verdict.Move(Map.of()));
    }

    /** Whoever got a card of the batch got it. */
    private static Verdict batchItem(FacilityId facility, List<Row> kept, Row gone) {
        return kept.stream()
                .filter(row -> row.same(gone, "batch_id"))
                .findFirst()
                .<Verdict>map(row -> new Verdict.Combine(row, issued(row, gone)))
                .orElseGet(() -> new Verdict.Move(Map.of()));
    }

    private static Map<String, String> issued(Row kept, Row gone) {
        Map<String, String> changes = new HashMap<>();
        if (gone.get("state").equals("ISSUED") && !kept.get("state").equals("ISSUED")) {
            changes.put("state", "ISSUED");
            changes.put("order_id", gone.get("order_id"));
            changes.put("fault", null);
        }
        return changes;
    }
}
