package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.kiosk.flow.History;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.PastVisit;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.Visit;

/** The patient's own record: programmes with the next planned day, and the latest visits. */
final class HistoryScreen implements Screen {

    private static final int MOST_VISITS = 3;
    private static final double ROW = 304;

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 140, 984, 140), Fonts.BOLD, 80, 56, Pos.CENTER_LEFT, "ink");
    private final Lettering followed =
            Lettering.in(new Layout.Box(48, 292, 984, 296), Fonts.SEMIBOLD, 52, 44, Pos.CENTER_LEFT, "ink");
    private final List<Row> rows = new ArrayList<>();

    HistoryScreen() {
        pane.getChildren().addAll(title.node(), followed.node());
        for (int i = 0; i < MOST_VISITS; i++) {
            rows.add(new Row(608 + i * ROW, pane));
        }
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        Visit visit = ((History) kiosk.state()).visit();
        HistorySummary history = ((Identification.Proven) visit.identification()).history();
        List<PastVisit> visits = visit.past(words.facility());
        title.write(words.say("history.title"));
        followed.write(
                history.programmes().isEmpty()
                        ? words.say(visits.isEmpty() ? "record.none" : "history.visits")
                        : history.programmes().stream()
                                .map(programme -> programme(programme, words))
                                .collect(Collectors.joining("\n")));
        for (int i = 0; i < MOST_VISITS; i++) {
            if (i < visits.size()) {
                rows.get(i).show(visits.get(i), words);
            } else {
                rows.get(i).clear();
            }
        }
        return List.of(Answer.main(words.say("history.onward"), new Touch.ShowClinics()));
    }

    private static String programme(HistorySummary.Programme programme, Words words) {
        String name = words.say(programme.name());
        return programme.due() == null ? name : words.say("history.due", name, Records.day(programme.due()));
    }

    @Override
    public void clear() {
        title.clear();
        followed.clear();
        rows.forEach(Row::clear);
    }

    /** One visit. */
    private static final class Row {

        private final Region panel = new Region();
        private final Lettering head;
        private final Lettering diagnosis;

        Row(double y, Pane pane) {
            panel.getStyleClass().add("panel");
            panel.resizeRelocate(24, y, 1032, ROW - 16);
            panel.setManaged(false);
            head = Lettering.in(new Layout.Box(56, y + 12, 968, 68), Fonts.SEMIBOLD, 48, 44, Pos.CENTER_LEFT, "ink");
            diagnosis = Lettering.in(new Layout.Box(56, y + 84, 968, 192), Fonts.REGULAR, 48, 44, Pos.TOP_LEFT, "soft");
            pane.getChildren().addAll(panel, head.node(), diagnosis.node());
            clear();
        }

        void show(PastVisit visit, Words words) {
            panel.setVisible(true);
            String clinic = words.say(visit.clinic());
            String told = visit.diagnosis() == null ? "" : visit.diagnosis();
            head.write(Records.day(visit.day()) + "  ·  " + (visit.fromCard() ? source(visit, words) : clinic));
            diagnosis.write(visit.fromCard() ? clinic + ": " + told : told);
        }

        private static String source(PastVisit visit, Words words) {
            return visit.facility() == null
                    ? words.say("history.card")
                    : words.say("history.card.elsewhere", visit.facility());
        }

        void clear() {
            panel.setVisible(false);
            head.clear();
            diagnosis.clear();
        }
    }
}
