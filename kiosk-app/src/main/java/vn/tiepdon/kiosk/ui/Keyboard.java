package vn.tiepdon.kiosk.ui;

import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.tiepdon.kiosk.flow.ChooseClinic;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.TypeCardDigits;
import vn.tiepdon.kiosk.flow.TypeNumber;

/** Digits, Enter, Escape, Backspace and F1 do what the buttons do. */
final class Keyboard {

    private final Consumer<Touch> sink;
    private final Press press;
    private final AnswerRow answers;
    private final ClinicScreen clinics;
    private Kiosk kiosk;

    Keyboard(Consumer<Touch> sink, Press press, AnswerRow answers, ClinicScreen clinics) {
        this.sink = sink;
        this.press = press;
        this.answers = answers;
        this.clinics = clinics;
    }

    /** @param shown null while nothing is shown */
    void at(Kiosk shown) {
        kiosk = shown;
    }

    void pressed(KeyEvent event) {
        press.key(event.getCode());
        if (kiosk == null) {
            return;
        }
        Touch touch = touch(event.getCode());
        sink.accept(touch == null ? new Touch.Elsewhere() : touch);
        event.consume();
    }

    void released(KeyEvent event) {
        press.released(event.getCode());
    }

    private Touch touch(KeyCode key) {
        if (key.isDigitKey()) {
            return digit(key.getName().charAt(key.getName().length() - 1) - '0');
        }
        return switch (key) {
            case ENTER -> answers.mainTouch().orElse(null);
            case ESCAPE -> new Touch.Back();
            case BACK_SPACE -> new Touch.Erase();
            case F1 -> new Touch.Help();
            default -> null;
        };
    }

    private Touch digit(int digit) {
        if (kiosk.state() instanceof TypeNumber || kiosk.state() instanceof TypeCardDigits) {
            return new Touch.Digit(digit);
        }
        return kiosk.state() instanceof ChooseClinic && digit > 0 ? clinics.clinic(digit, kiosk) : null;
    }
}
