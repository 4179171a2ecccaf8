package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import vn.tiepdon.kiosk.flow.Touch;

/** The row of answers, always in the same place: the main one at the right, where {@link Layout#PRIMARY} is. */
final class AnswerRow {

    private static final int MOST = 12;

    private final List<TouchKey> main = new ArrayList<>();
    private final List<TouchKey> other = new ArrayList<>();
    private List<Answer> shown = List.of();

    AnswerRow(Pane pane, Consumer<Touch> sink) {
        for (int i = 0; i < MOST; i++) {
            main.add(new TouchKey(Fonts.BOLD, 72, sink, "touch", "main"));
            other.add(new TouchKey(Fonts.SEMIBOLD, 56, sink, "touch", "other"));
            pane.getChildren().addAll(main.get(i).node(), other.get(i).node());
        }
    }

    void show(List<Answer> answers) {
        shown = List.copyOf(answers);
        for (int i = 0; i < MOST; i++) {
            main.get(i).hide();
            other.get(i).hide();
        }
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            TouchKey key = answer.main() ? main.get(i) : other.get(i);
            key.show(place(i, answers.size()), answer.text(), answer.said(), answer.touch());
        }
    }

    /** What Enter means here. */
    Optional<Touch> mainTouch() {
        return shown.stream().filter(Answer::main).map(Answer::touch).findFirst();
    }

    private static Layout.Box place(int index, int count) {
        Layout.Box row = Layout.ACTIONS;
        if (count == 2) {
            double third = (row.width() - 2 * Layout.GAP) / 3;
            double left = index == 0 ? row.x() : row.x() + third + Layout.GAP;
            return new Layout.Box(left, row.y(), index == 0 ? third : 2 * third + Layout.GAP, row.height());
        }
        double width = (row.width() - (count - 1) * Layout.GAP) / count;
        return new Layout.Box(row.x() + index * (width + Layout.GAP), row.y(), width, row.height());
    }
}
