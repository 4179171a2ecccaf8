package vn.tiepdon.kiosk.ui;

import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import vn.tiepdon.kiosk.flow.Goodbye;
import vn.tiepdon.kiosk.flow.Help;
import vn.tiepdon.kiosk.flow.Issuing;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Language;
import vn.tiepdon.kiosk.flow.Starting;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.Welcome;

/** What is there on every screen, in the same place. */
final class BottomBar {

    private static final double[] WIDTHS = {150, 200, 286, 150, 150};

    private final TouchKey back;
    private final TouchKey language;
    private final TouchKey listen;
    private final TouchKey lower;
    private final TouchKey help;
    private final BiPredicate<String, Language> audible;

    BottomBar(Pane pane, Consumer<Touch> sink, BiPredicate<String, Language> audible) {
        this.audible = audible;
        back = key(pane, sink);
        language = key(pane, sink);
        listen = key(pane, sink);
        lower = key(pane, sink);
        help = key(pane, sink);
    }

    void show(Kiosk kiosk, Words words) {
        State state = kiosk.state();
        boolean nowhere = state instanceof Welcome
                || state instanceof Starting
                || state instanceof Issuing
                || state instanceof Goodbye;
        put(back, 0, !nowhere, words, "bar.back", new Touch.Back());
        put(language, 1, true, words, "bar.language", new Touch.ChangeLanguage());
        boolean heard =
                audible.test(state.getClass().getSimpleName(), kiosk.around().language());
        put(listen, 2, heard, words, "bar.listen", new Touch.Listen());
        put(lower, 3, true, words, kiosk.around().lowered() ? "bar.raise" : "bar.lower", new Touch.Lower());
        put(help, 4, !(state instanceof Help || state instanceof Starting), words, "bar.help", new Touch.Help());
    }

    private static void put(TouchKey key, int slot, boolean shown, Words words, String text, Touch touch) {
        if (shown) {
            key.show(place(slot), words.say(text), words.say(text + ".said"), touch);
        } else {
            key.hide();
        }
    }

    static Layout.Box place(int slot) {
        double x = Layout.BAR.x();
        for (int i = 0; i < slot; i++) {
            x += WIDTHS[i] + Layout.GAP;
        }
        return new Layout.Box(x, Layout.BAR.y(), WIDTHS[slot], Layout.BAR.height());
    }

    private static TouchKey key(Pane pane, Consumer<Touch> sink) {
        TouchKey key = new TouchKey(Fonts.SEMIBOLD, 44, sink, "touch", "bar");
        pane.getChildren().add(key.node());
        return key;
    }
}
