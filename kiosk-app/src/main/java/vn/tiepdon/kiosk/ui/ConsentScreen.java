package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.kiosk.flow.AskConsent;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Touch;

/** Asks for the consent to read a chip: what is read, what for, and that no is an answer too. */
final class ConsentScreen implements Screen {

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 140, 984, 220), Fonts.BOLD, 88, 64, Pos.CENTER, "ink");
    private final Lettering purpose =
            Lettering.in(new Layout.Box(88, 800, 904, 300), Fonts.SEMIBOLD, 68, 56, Pos.CENTER_LEFT, "ink");
    private final Lettering limits =
            Lettering.in(new Layout.Box(88, 1120, 904, 168), Fonts.REGULAR, 56, 48, Pos.CENTER_LEFT, "soft");
    private final Lettering choice =
            Lettering.in(new Layout.Box(88, 1308, 904, 176), Fonts.REGULAR, 56, 48, Pos.CENTER_LEFT, "soft");

    ConsentScreen() {
        Region panel = new Region();
        panel.getStyleClass().add("panel");
        panel.resizeRelocate(48, 776, 984, 736);
        panel.setManaged(false);
        Group card = Drawing.citizenCardOnReader();
        card.relocate(340, 368);
        pane.getChildren().addAll(panel, card, title.node(), purpose.node(), limits.node(), choice.node());
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        boolean scanned = ((AskConsent) kiosk.state()).citizen().claim() != null;
        title.write(words.say("consent.title"));
        purpose.write(words.say("consent.purpose"));
        limits.write(words.say("consent.limits"));
        choice.write(words.say(scanned ? "consent.choice" : "consent.choice.start"));
        return List.of(
                Answer.other(words.say(scanned ? "consent.no" : "consent.no.start"), new Touch.WithoutChip()),
                Answer.main(words.say("consent.yes"), new Touch.Agree()));
    }

    @Override
    public void clear() {
        title.clear();
        purpose.clear();
        limits.clear();
        choice.clear();
    }
}
