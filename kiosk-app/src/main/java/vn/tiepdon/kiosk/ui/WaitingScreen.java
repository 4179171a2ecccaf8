package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.flow.Identifying;
import vn.tiepdon.kiosk.flow.Issuing;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Pace;
import vn.tiepdon.kiosk.flow.Reading;
import vn.tiepdon.kiosk.flow.ReadingChip;
import vn.tiepdon.kiosk.flow.Starting;
import vn.tiepdon.kiosk.flow.State;

/** What is happening, and a bar that moves only when something has been done. */
final class WaitingScreen implements Screen {

    private static final Layout.Box BAR = new Layout.Box(96, 1064, 888, 40);
    /** Of three: reading, asking, showing. */
    private static final double STEP = 1.0 / 3;

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 152, 984, 300), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final Lettering doing =
            Lettering.in(new Layout.Box(48, 1128, 984, 90), Fonts.SEMIBOLD, 56, 44, Pos.CENTER, "soft");
    private final Lettering instead =
            Lettering.in(new Layout.Box(48, 1240, 984, 288), Fonts.SEMIBOLD, 64, 48, Pos.CENTER, "attention-text");
    private final Group card = Drawing.cardOnReader();
    private final Group citizenCard = Drawing.citizenCardOnReader();
    private final Group helper = Drawing.helper();
    private final Region track = bar("track");
    private final Region done = bar("done-bar");

    WaitingScreen() {
        card.relocate(340, 540);
        citizenCard.relocate(340, 540);
        helper.relocate(340, 540);
        pane.getChildren().addAll(title.node(), card, citizenCard, helper, track, done, doing.node(), instead.node());
    }

    /** Whether this is a wait of which nothing is said yet, and that may be over in a moment. */
    static boolean mayBeBrief(State state) {
        return state instanceof Reading reading && reading.pace() == Pace.QUICK
                || state instanceof Identifying identifying && identifying.pace() == Pace.QUICK
                || state instanceof Issuing issuing && issuing.pace() == Pace.QUICK;
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        State state = kiosk.state();
        if (state instanceof Reading reading) {
            fill(words, "reading", STEP, reading.pace(), card);
        } else if (state instanceof ReadingChip chip) {
            fill(words, "chip.reading", chip.permille() / 1000.0, chip.pace(), citizenCard);
        } else if (state instanceof Identifying identifying) {
            fill(words, "identifying", 2 * STEP, identifying.pace(), drawing(identifying.shown()));
        } else if (state instanceof Issuing issuing) {
            fill(words, "issuing", 2 * STEP, issuing.pace(), helper);
        } else if (state instanceof Starting starting) {
            fill(words, "starting", STEP, starting.fault() == null ? Pace.QUICK : Pace.VERY_SLOW, helper);
            instead.write(starting.fault() == null ? "" : words.say(starting.fault()));
        }
        return List.of();
    }

    private Group drawing(Presentation shown) {
        if (shown instanceof Presentation.CitizenChip) {
            return citizenCard;
        }
        return shown instanceof Presentation.PatientCard ? card : helper;
    }

    private void fill(Words words, String key, double part, Pace pace, Group drawing) {
        boolean slow = pace != Pace.QUICK;
        title.write(words.say(key + ".title"));
        doing.write(slow ? words.say(key + ".doing") : "");
        instead.write(pace == Pace.VERY_SLOW ? words.say("waiting.instead") : "");
        for (Group each : List.of(card, citizenCard, helper)) {
            each.setVisible(each == drawing);
        }
        track.setVisible(slow);
        done.setVisible(slow);
        done.resize(Math.max(BAR.height(), BAR.width() * part), BAR.height());
    }

    @Override
    public void clear() {
        title.clear();
        doing.clear();
        instead.clear();
    }

    private static Region bar(String style) {
        Region bar = new Region();
        bar.getStyleClass().add(style);
        bar.resizeRelocate(BAR.x(), BAR.y(), BAR.width(), BAR.height());
        bar.setManaged(false);
        return bar;
    }
}
