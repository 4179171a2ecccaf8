package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.kiosk.flow.AskPriority;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Touch;

/** Why somebody goes first: one large answer for each ground. Lowered, all of them stand in the row of answers. */
final class PriorityScreen implements Screen {

    private static final int MOST = PriorityClaim.values().length;
    private static final double HEIGHT = 280;

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 152, 984, 240), Fonts.BOLD, 96, 64, Pos.CENTER, "ink");
    private final Lettering note =
            Lettering.in(new Layout.Box(48, 404, 984, 212), Fonts.REGULAR, 56, 44, Pos.CENTER, "soft");
    private final List<TouchKey> claims = new ArrayList<>();

    PriorityScreen(Consumer<Touch> sink) {
        pane.getChildren().addAll(title.node(), note.node());
        for (int i = 0; i < MOST; i++) {
            claims.add(new TouchKey(Fonts.BOLD, 72, sink, "touch", "other"));
            pane.getChildren().add(claims.get(i).node());
        }
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        List<PriorityClaim> offered = ((AskPriority) kiosk.state()).offered();
        title.write(words.say("priority.title"));
        note.write(words.say("priority.note"));
        claims.forEach(TouchKey::hide);
        if (kiosk.around().lowered()) {
            return offered.stream()
                    .map(claim -> Answer.key(
                            words.say("priority.low." + claim), words.say("priority." + claim), touch(claim)))
                    .toList();
        }
        for (int i = 0; i < offered.size(); i++) {
            String text = words.say("priority." + offered.get(i));
            claims.get(i).show(place(i), text, text, touch(offered.get(i)));
        }
        return List.of(Answer.other(words.say("priority.none"), new Touch.DeclareNothing()));
    }

    private static Touch touch(PriorityClaim claim) {
        return new Touch.Declare(claim);
    }

    private static Layout.Box place(int index) {
        Layout.Box content = Layout.CONTENT;
        return new Layout.Box(content.x(), content.y() + index * (HEIGHT + Layout.GAP), content.width(), HEIGHT);
    }

    @Override
    public void clear() {
        title.clear();
        note.clear();
        claims.forEach(TouchKey::hide);
    }
}
