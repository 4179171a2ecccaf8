package vn.tiepdon.server.exchange.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.content.Fields;
import vn.tiepdon.server.exchange.content.VisitFields;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Visit;

/** What was measured, a column for each kind: in the kind's own unit, at the time of the visit. */
final class CsvResults {

    private CsvResults() {}

    /** As rows of XML4. */
    static VisitFields.Parts of(Fields fields) throws RefusedException {
        List<Fields> rows = new ArrayList<>();
        for (ObservationKind kind : ObservationKind.values()) {
            if (kind == ObservationKind.WEIGHT) {
                continue;
            }
            Optional<BigDecimal> value = fields.number(kind.name());
            if (value.filter(it -> !kind.plausible(it)).isPresent()) {
                throw new RefusedException(RefusalReason.NUMBER_INVALID, kind.name());
            }
            value.ifPresent(it -> rows.add(new Fields(
                    Map.of("MA_CHI_SO", kind.loinc(), "GIA_TRI", it.toPlainString(), "DON_VI_DO", kind.unit()))));
        }
        Map<String, String> doctor = new HashMap<>();
        fields.text("MA_BAC_SI").ifPresent(it -> doctor.put("MA_BAC_SI", it));
        return new VisitFields.Parts(
                List.of(), rows, doctor.isEmpty() ? Optional.empty() : Optional.of(new Fields(doctor)));
    }

    /** The first of each kind. */
    static Map<String, String> write(Visit visit) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Observed one : visit.details().observations()) {
            if (one.kind() != ObservationKind.WEIGHT) {
                columns.putIfAbsent(one.kind().name(), one.value().toPlainString());
            }
        }
        return columns;
    }
}
