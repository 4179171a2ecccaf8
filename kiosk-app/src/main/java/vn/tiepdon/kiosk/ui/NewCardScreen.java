package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.kiosk.flow.AskNewCard;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Touch;

/** Asks whether the insurance card that was newly issued is used; both answers lead to a number. */
final class NewCardScreen implements Screen {

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 180, 984, 320), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final Lettering issued =
            Lettering.in(new Layout.Box(96, 640, 888, 280), Fonts.SEMIBOLD, 72, 56, Pos.CENTER, "ink");
    private final Lettering until =
            Lettering.in(new Layout.Box(96, 940, 888, 200), Fonts.BOLD, 72, 56, Pos.CENTER, "ink");
    private final Lettering choice =
            Lettering.in(new Layout.Box(96, 1180, 888, 260), Fonts.REGULAR, 56, 48, Pos.CENTER, "soft");

    NewCardScreen() {
        Region panel = new Region();
        panel.getStyleClass().add("panel");
        panel.resizeRelocate(48, 600, 984, 880);
        panel.setManaged(false);
        pane.getChildren().addAll(panel, title.node(), issued.node(), until.node(), choice.node());
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        Coverage coverage =
                ((AskNewCard) kiosk.state()).visit().identification().coverage();
        title.write(words.say("insurance.new.title"));
        issued.write(words.say(coverage.says()));
        until.write(Insurance.newCard(coverage, words));
        choice.write(words.say("insurance.new.choice"));
        return List.of(
                Answer.other(words.say("insurance.new.no"), new Touch.NewCard(false)),
                Answer.main(words.say("insurance.new.yes"), new Touch.NewCard(true)));
    }

    @Override
    public void clear() {
        title.clear();
        issued.clear();
        until.clear();
        choice.clear();
    }
}
