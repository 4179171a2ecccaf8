package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
            other.add(new TouchKey(Fonts.SEMIBOLD, 52, sink, "touch", "other"));
            pane.getChildren().addAll(main.get(i).node(), other.get(i).node());
        }
    }

    void show(List<Answer> answers) {
        shown = List.copyOf(answers);
        for (int i = 0; i < MOST; i++) {
            boolean there = i < answers.size() && answers.get(i).touch() != null;
            Answer answer = there ? answers.get(i) : null;
            if (answer == null || !answer.main()) {
                main.get(i).hide();
            }
            if (answer == null || answer.main()) {
                other.get(i).hide();
            }
            if (answer == null) {
                continue;
            }
            TouchKey key = answer.main() ? main.get(i) : other.get(i);
            key.show(place(i, answers), answer.text(), answer.said(), answer.touch());
        }
    }

    /** What Enter means here. */
    Optional<Touch> mainTouch() {
        return shown.stream()
                .filter(Answer::main)
                .map(Answer::touch)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Layout.Box place(int index, List<Answer> answers) {
        Layout.Box row = Layout.ACTIONS;
        double[] parts = parts(answers);
        double unit = (row.width() - (parts.length - 1) * Layout.GAP)
                / Arrays.stream(parts).sum();
        double before = Arrays.stream(parts, 0, index).sum() * unit + index * Layout.GAP;
        return new Layout.Box(row.x() + before, row.y(), parts[index] * unit, row.height());
    }

    /** The main answer is the wide one, and covers {@link Layout#PRIMARY} whenever it stands last. */
    private static double[] parts(List<Answer> answers) {
        double[] parts = new double[answers.size()];
        Arrays.fill(parts, 1);
        if (answers.size() > 1 && answers.size() < MOST) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = answers.get(i).main() ? 2 : 1;
            }
        }
        if (answers.size() == MOST) {
            parts[MOST - 2] = 2.11;
            parts[MOST - 1] = 2.285;
        }
        return parts;
    }
}
