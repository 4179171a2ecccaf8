package vn.tiepdon.kiosk.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.kiosk.device.CardVisit;

/** The visits that the server tells of, and those that only the card knows. */
final class PastVisits {

    /** Of a summary: what is older than its last visit may be known to the server, and was not told. */
    private static final int MOST_TOLD = 10;

    private PastVisits() {}

    /** @return the latest first; on one day what the server tells comes first */
    static List<PastVisit> merge(HistorySummary history, List<CardVisit> card, String ourFacility) {
        List<PastVisit> all = new ArrayList<>();
        history.visits().forEach(told -> all.add(told(told)));
        card.stream()
                .distinct()
                .filter(visit -> !visit.isIn(history, ourFacility) && !mayBeLeftOut(visit.day(), history))
                .forEach(visit -> all.add(ofCard(visit, history, ourFacility)));
        all.sort(Comparator.comparing(PastVisit::day).reversed());
        return List.copyOf(all);
    }

    private static boolean mayBeLeftOut(LocalDate day, HistorySummary history) {
        List<HistorySummary.Visit> told = history.visits();
        return told.size() >= MOST_TOLD
                && day.isBefore(told.get(told.size() - 1).day());
    }

    private static PastVisit told(HistorySummary.Visit told) {
        return new PastVisit(told.day(), told.clinic(), null, told.diagnosis(), false);
    }

    private static PastVisit ofCard(CardVisit visit, HistorySummary history, String ourFacility) {
        String facility = visit.facility().equals(ourFacility) ? null : visit.facility();
        String code = visit.diagnoses().get(0);
        String name = history.visits().stream()
                .filter(told -> code.equals(told.diagnosisCode()) && told.diagnosis() != null)
                .map(HistorySummary.Visit::diagnosis)
                .findFirst()
                .orElse(code);
        return new PastVisit(visit.day(), new Text(visit.clinic(), visit.clinic()), facility, name, true);
    }
}
