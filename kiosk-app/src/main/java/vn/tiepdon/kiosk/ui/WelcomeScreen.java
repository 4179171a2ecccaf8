package vn.tiepdon.kiosk.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Surroundings;
import vn.tiepdon.kiosk.flow.Touch;

/** Three ways in, each with a drawing. A part that does not work says so in its own place. */
final class WelcomeScreen implements Screen {

    private static final Layout.Box CARD = new Layout.Box(24, 328, 1032, 640);
    private static final Layout.Box CODE = new Layout.Box(24, 992, 1032, 536);

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 140, 984, 168), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final TouchKey number;
    private final Way card = new Way(CARD, Drawing.cardOnReader(), 92, "panel-first");
    private final Way code = new Way(CODE, Drawing.codeUnderScanner(), 72, "panel");

    WelcomeScreen(Consumer<Touch> sink) {
        number = new TouchKey(Fonts.BOLD, 64, sink, "touch", "other");
        Group keypad = Drawing.fingerOnKeypad();
        keypad.getTransforms().add(new Scale(0.4, 0.4, 0, 0));
        keypad.relocate(Layout.ACTIONS.x() + 4, Layout.ACTIONS.y() + 8);
        keypad.setMouseTransparent(true);
        pane.getChildren().addAll(title.node(), number.node(), keypad);
        card.addTo(pane);
        code.addTo(pane);
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        Surroundings around = kiosk.around();
        title.write(words.say("welcome.title"));
        if (around.cardThere()) {
            card.say(words.say(FaultCode.CARD_LEFT_IN_READER));
        } else {
            card.show(around, DeviceHealth.Kind.CARD_READER, words, "welcome.card");
        }
        code.show(around, DeviceHealth.Kind.SCANNER, words, "welcome.code");
        String text = words.say("welcome.number");
        number.show(Layout.ACTIONS, text, text, new Touch.TypeNumber());
        return List.of();
    }

    @Override
    public void clear() {
        title.clear();
        card.clear();
        code.clear();
        number.hide();
    }

    /** One way in. */
    private static final class Way {

        private static final double DRAWING = 400;
        private static final double PADDING = 40;

        private final Region panel = new Region();
        private final Group drawing;
        private final Lettering main;
        private final Lettering more;
        private final Lettering instead;

        Way(Layout.Box box, Group drawing, double size, String style) {
            this.drawing = drawing;
            panel.getStyleClass().add(style);
            panel.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            panel.setManaged(false);
            drawing.relocate(box.x() + PADDING, box.y() + (box.height() - DRAWING) / 2);
            double left = box.x() + DRAWING + 2 * PADDING;
            double width = box.width() - DRAWING - 3 * PADDING;
            main = Lettering.in(
                    new Layout.Box(left, box.y() + 32, width, box.height() - 240),
                    Fonts.BOLD,
                    size,
                    56,
                    Pos.CENTER_LEFT,
                    "ink");
            more = Lettering.in(
                    new Layout.Box(left, box.y() + box.height() - 200, width, 168),
                    Fonts.REGULAR,
                    48,
                    Lettering.SMALLEST,
                    Pos.TOP_LEFT,
                    "soft");
            instead = Lettering.in(
                    new Layout.Box(left, box.y() + PADDING, width, box.height() - 2 * PADDING),
                    Fonts.SEMIBOLD,
                    56,
                    Lettering.SMALLEST,
                    Pos.CENTER_LEFT,
                    "attention-text");
        }

        void addTo(Pane pane) {
            pane.getChildren().addAll(panel, drawing, main.node(), more.node(), instead.node());
        }

        void show(Surroundings around, DeviceHealth.Kind part, Words words, String key) {
            if (!around.works(part)) {
                say(words.say(around.faults().get(part)));
                return;
            }
            instead.clear();
            main.write(words.say(key));
            more.write(words.say(key + ".more"));
            drawing.setOpacity(1);
        }

        void say(String text) {
            main.clear();
            more.clear();
            instead.write(text);
            drawing.setOpacity(0.3);
        }

        void clear() {
            main.clear();
            more.clear();
            instead.clear();
        }
    }
}
