package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.OnReader;
import vn.tiepdon.kiosk.flow.PlaceCitizenCard;
import vn.tiepdon.kiosk.flow.Touch;

/** What to do with the ID card now: put it on the reader, or show its code to the scanner. */
final class CitizenCardScreen implements Screen {

    private static final double LARGER = 1.5;

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 152, 984, 300), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final Lettering more =
            Lettering.in(new Layout.Box(48, 1160, 984, 352), Fonts.SEMIBOLD, 72, 48, Pos.CENTER, "soft");
    private final Group card = at(Drawing.citizenCardOnReader());
    private final Group code = at(Drawing.citizenCodeUnderScanner());

    CitizenCardScreen() {
        pane.getChildren().addAll(card, code, title.node(), more.node());
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        boolean placing = kiosk.state() instanceof PlaceCitizenCard;
        card.setVisible(placing);
        code.setVisible(!placing);
        return kiosk.state() instanceof PlaceCitizenCard place ? place(place, kiosk, words) : scan(words);
    }

    private List<Answer> place(PlaceCitizenCard place, Kiosk kiosk, Words words) {
        boolean lift = kiosk.around().onReader() == OnReader.SPENT;
        boolean again = place.fault() != null;
        title.write(words.say(lift ? "place.lift" : again ? "place.again" : "place.title"));
        more.write(words.say(again ? "place.again.more" : "place.more"));
        return place.shown() == null
                ? List.of()
                : List.of(Answer.other(words.say("place.without"), new Touch.WithoutChip()), Answer.noMain());
    }

    private List<Answer> scan(Words words) {
        title.write(words.say("scan.title"));
        more.write(words.say("scan.more"));
        return List.of(Answer.other(words.say("scan.type"), new Touch.TypeCardDigits()));
    }

    private static Group at(Group drawing) {
        drawing.setScaleX(LARGER);
        drawing.setScaleY(LARGER);
        drawing.relocate((Layout.WIDTH - 400) / 2, 596);
        return drawing;
    }

    @Override
    public void clear() {
        title.clear();
        more.clear();
    }
}
