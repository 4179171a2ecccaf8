package vn.tiepdon.kiosk.ui;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.kiosk.flow.Touch;

/** One clinic: its name, its room, and how many wait there or why it takes nobody. */
final class ClinicTile {

    /** What the style puts around: border and padding. */
    private static final double EDGE = 11;

    private static final double PADDING = 20;
    private static final double LEFT = PADDING - EDGE;
    private static final double TOP = 12;
    private static final double LINE = 58;

    private final Button button = new Button();
    private final Pane face = new Pane();
    private final boolean wide;
    private final Lettering reason;
    private final Lettering name;
    private final Lettering room;
    private final Lettering waiting;
    private String code;

    ClinicTile(Layout.Box box, boolean wide, Consumer<Touch> sink) {
        this.wide = wide;
        double width = box.width() - 2 * PADDING;
        double height = box.height() - 2 * TOP;
        double nameWidth = wide ? width * 0.6 : width;
        double nameHeight = height - LINE;
        double half = wide ? width / 2 : width * 0.35;
        reason = line(
                new Layout.Box(LEFT + nameWidth, 0, width - nameWidth, nameHeight), Fonts.SEMIBOLD, 44, Pos.TOP_RIGHT);
        name = line(
                new Layout.Box(LEFT, 0, nameWidth, nameHeight),
                Fonts.BOLD,
                wide ? 80 : 48,
                wide ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        room = line(new Layout.Box(LEFT, height - LINE, half, LINE), Fonts.REGULAR, 44, Pos.CENTER_LEFT);
        waiting = line(
                new Layout.Box(LEFT + half, height - LINE, width - half, LINE), Fonts.SEMIBOLD, 44, Pos.CENTER_RIGHT);
        face.getChildren().addAll(reason.node(), name.node(), room.node(), waiting.node());
        face.setPrefSize(box.width() - 2 * EDGE, height);
        face.setMouseTransparent(true);
        button.setGraphic(face);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAlignment(Pos.CENTER);
        button.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        button.setManaged(false);
        button.setFocusTraversable(false);
        button.setVisible(false);
        button.setOnAction(pressed -> sink.accept(new Touch.ChooseClinic(code)));
    }

    Button node() {
        return button;
    }

    void show(ClinicOption clinic, boolean marked, Words words) {
        code = clinic.code();
        boolean open = clinic.state() == ClinicOption.State.OPEN;
        String style = !open ? "tile-shut" : wide ? "tile-first" : "tile";
        button.getStyleClass().setAll("touch", style);
        if (marked) {
            button.getStyleClass().add("marked");
        }
        String why = why(clinic, words);
        String place = words.say("clinic.room", clinic.room());
        String how = howItStands(clinic, words);
        reason.write(wide ? why : "");
        name.write(words.say(clinic.name()));
        room.write(wide ? place : words.say("clinic.room.short", clinic.room()));
        waiting.write(how);
        button.setAccessibleText(words.say(clinic.name()) + ". " + place + ". " + how + ". " + why);
        button.setVisible(true);
    }

    private static String why(ClinicOption clinic, Words words) {
        if (clinic.appointment() != null) {
            return words.say("clinic.expected", words.say(clinic.appointment()));
        }
        return clinic.suggestion() == null ? "" : words.say("clinic.suggestion." + clinic.suggestion());
    }

    private String howItStands(ClinicOption clinic, Words words) {
        return switch (clinic.state()) {
            case OPEN ->
                wide || clinic.appointment() == null
                        ? waiting(clinic, words)
                        : words.say("clinic.expected.short", clinic.appointment());
            case FULL -> words.say("clinic.full");
            case CLOSED ->
                clinic.opensAt() == null ? words.say("clinic.closed") : words.say("clinic.opens", clinic.opensAt());
        };
    }

    private static String waiting(ClinicOption clinic, Words words) {
        return clinic.waiting() == 0 ? words.say("clinic.nobody") : words.say("clinic.waiting", clinic.waiting());
    }

    void hide() {
        code = null;
        button.setVisible(false);
        button.setAccessibleText(null);
        reason.clear();
        name.clear();
        room.clear();
        waiting.clear();
    }

    private static Lettering line(Layout.Box box, Fonts weight, double size, Pos align) {
        return Lettering.in(box, weight, size, Lettering.SMALLEST, align, "on-tile");
    }
}
