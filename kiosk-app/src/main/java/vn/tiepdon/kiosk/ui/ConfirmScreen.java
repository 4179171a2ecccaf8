package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.flow.Confirm;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.Visit;

/** "Is this you?", and the name as others in the hall may see it. */
final class ConfirmScreen implements Screen {

    private static final Layout.Box CARD = new Layout.Box(48, 560, 984, 720);

    /** Read, but nobody vouches for it: what that means is said too. */
    private static final String NOT_PROVEN = "confirm.claimed.chip";

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 152, 984, 300), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final Lettering name =
            Lettering.in(new Layout.Box(80, 590, 920, 330), Fonts.BOLD, 144, 72, Pos.CENTER, "ink");
    private final Lettering from =
            Lettering.in(new Layout.Box(96, 930, 888, 140), Fonts.REGULAR, 52, 44, Pos.CENTER, "soft");
    private final Lettering more =
            Lettering.in(new Layout.Box(96, 1080, 888, 180), Fonts.REGULAR, 52, 44, Pos.CENTER, "soft");

    private final Lettering insurance =
            Lettering.in(new Layout.Box(48, 1300, 984, 228), Fonts.SEMIBOLD, 56, 44, Pos.CENTER, "ink");

    ConfirmScreen() {
        Region panel = new Region();
        panel.getStyleClass().add("panel");
        panel.resizeRelocate(CARD.x(), CARD.y(), CARD.width(), CARD.height());
        panel.setManaged(false);
        pane.getChildren().addAll(panel, title.node(), name.node(), from.node(), more.node(), insurance.node());
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        Confirm confirm = (Confirm) kiosk.state();
        Person person = confirm.visit().identification().person();
        title.write(words.say("confirm.title", words.address(person.address())));
        name.write(person.maskedName());
        String source = from(confirm.visit());
        from.write(words.say(source));
        more.write(words.say(source.equals(NOT_PROVEN) ? NOT_PROVEN + ".more" : "confirm.more"));
        insurance.write(Insurance.line(confirm.visit().identification().coverage(), words));
        return List.of(
                Answer.other(words.say("confirm.no"), new Touch.NotMe()),
                Answer.main(words.say("confirm.yes"), new Touch.ItIsMe()));
    }

    private static String from(Visit visit) {
        if (visit.identification() instanceof Identification.Claimed claimed) {
            return claimed.chipDoubt() == null ? "confirm.claimed" : NOT_PROVEN;
        }
        boolean chip = visit.shown() instanceof Presentation.CitizenChip;
        return chip ? "confirm.proven.chip" : "confirm.proven";
    }

    @Override
    public void clear() {
        title.clear();
        name.clear();
        from.clear();
        more.clear();
        insurance.clear();
    }
}
