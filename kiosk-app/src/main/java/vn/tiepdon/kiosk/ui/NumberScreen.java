package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.TypeCardDigits;
import vn.tiepdon.kiosk.flow.TypeNumber;

/** The keypad. Lowered, all its keys stand in the row of answers. */
final class NumberScreen implements Screen {

    private static final int ERASE = 10;
    private static final int GROUP = 4;

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 140, 984, 184), Fonts.BOLD, 72, 48, Pos.CENTER, "ink");
    private final Lettering number =
            Lettering.in(new Layout.Box(48, 340, 984, 128), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final Lettering fault =
            Lettering.in(new Layout.Box(48, 484, 984, 148), Fonts.SEMIBOLD, 52, 44, Pos.CENTER, "attention-text");
    private final List<TouchKey> keys = new ArrayList<>();

    NumberScreen(Consumer<Touch> sink) {
        Region field = new Region();
        field.getStyleClass().add("field");
        field.resizeRelocate(24, 332, 1032, 144);
        field.setManaged(false);
        pane.getChildren().addAll(title.node(), field, number.node(), fault.node());
        for (int key = 0; key <= ERASE; key++) {
            keys.add(new TouchKey(Fonts.BOLD, key == ERASE ? 56 : 96, sink, "touch", "key"));
            pane.getChildren().add(keys.get(key).node());
        }
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        if (kiosk.state() instanceof TypeCardDigits typing) {
            title.write(words.say(typing.agreed() == null ? "digits.title" : "digits.title.printed"));
            number.write(spaced(typing.digits()));
        } else {
            title.write(words.say("number.title"));
            number.write(grouped(((TypeNumber) kiosk.state()).digits()));
        }
        FaultCode wrong = kiosk.state().fault();
        fault.write(wrong == null ? "" : words.say(wrong));
        if (kiosk.around().lowered()) {
            keys.forEach(TouchKey::hide);
            return lowKeys(words, kiosk.state() instanceof TypeCardDigits ? "digits" : "number");
        }
        for (int digit = 0; digit < ERASE; digit++) {
            String text = String.valueOf(digit);
            keys.get(digit).show(Layout.keyBox(digit), text, text, new Touch.Digit(digit));
        }
        keys.get(ERASE)
                .show(
                        Layout.keyBox(ERASE),
                        words.say("number.erase"),
                        words.say("number.erase.said"),
                        new Touch.Erase());
        boolean card = kiosk.state() instanceof TypeCardDigits;
        return List.of(Answer.main(words.say(card ? "digits.done" : "number.done"), new Touch.NumberDone()));
    }

    private static List<Answer> lowKeys(Words words, String kind) {
        List<Answer> row = new ArrayList<>();
        for (int i = 1; i <= ERASE; i++) {
            String text = String.valueOf(i % ERASE);
            row.add(Answer.key(text, text, new Touch.Digit(i % ERASE)));
        }
        row.add(Answer.key(words.say("number.low.erase"), words.say("number.erase.said"), new Touch.Erase()));
        row.add(new Answer(words.say(kind + ".low.done"), words.say(kind + ".done"), new Touch.NumberDone(), true));
        return row;
    }

    /** In groups of four, as they stand on the card and as they are read out. */
    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int at = GROUP; at < text.length(); at += GROUP + 1) {
            text.insert(at, ' ');
        }
        return text.toString();
    }

    /** As many places as there are digits to type. */
    private static String spaced(String digits) {
        String places = digits + "–".repeat(TypeCardDigits.DIGITS - digits.length());
        return String.join(" ", places.split(""));
    }

    @Override
    public void clear() {
        title.clear();
        number.clear();
        fault.clear();
        keys.forEach(TouchKey::hide);
    }
}
