package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.flow.Goodbye;
import vn.tiepdon.kiosk.flow.Help;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.TakeCard;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.Trouble;
import vn.tiepdon.kiosk.flow.WayOn;

/** One message in large letters: thanks, a trouble, a forgotten card, or who helps. */
final class MessageScreen implements Screen {

    private final Pane pane = new Pane();
    private final Lettering main =
            Lettering.in(new Layout.Box(48, 600, 984, 620), Fonts.BOLD, 96, 60, Pos.CENTER, "ink");
    private final Lettering huge =
            Lettering.in(new Layout.Box(48, 600, 984, 620), Fonts.BOLD, 160, 80, Pos.CENTER, "ink");
    private final Lettering more =
            Lettering.in(new Layout.Box(48, 1240, 984, 280), Fonts.SEMIBOLD, 80, 48, Pos.CENTER, "soft");
    private final Group attention = at(Drawing.attention());
    private final Group card = at(Drawing.cardTaken());
    private final Group lying = at(Drawing.cardLying());
    private final Group done = at(Drawing.done());
    private final Group helper = at(Drawing.helper());

    MessageScreen() {
        pane.getChildren().addAll(attention, card, lying, done, helper, main.node(), huge.node(), more.node());
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        State state = kiosk.state();
        huge.clear();
        if (state instanceof Trouble trouble) {
            return trouble(trouble, words);
        }
        if (state instanceof Help) {
            show(helper);
            main.clear();
            huge.write(words.say("help.main"));
            more.write(words.say("help.more"));
            return List.of(Answer.main(words.say("help.back"), new Touch.GoOn()));
        }
        if (kiosk.around().talk().writing()) {
            show(lying);
            main.write(words.say("card.writing"));
            more.write(words.say(state instanceof TakeCard ? "card.moment" : "goodbye.thanks"));
            return state instanceof TakeCard ? onward(words) : List.of();
        }
        if (state instanceof TakeCard) {
            show(card);
            main.write(words.say("take.main"));
            more.write(words.say("take.more"));
            return onward(words);
        }
        boolean cardThere = state instanceof Goodbye && kiosk.around().cardThere();
        show(cardThere ? card : done);
        main.write(words.say(cardThere ? "goodbye.card" : "goodbye.main"));
        more.write(words.say(cardThere ? "goodbye.thanks" : "goodbye.more"));
        return List.of();
    }

    private static List<Answer> onward(Words words) {
        return List.of(Answer.other(words.say("take.onward"), new Touch.GoOn()));
    }

    private List<Answer> trouble(Trouble trouble, Words words) {
        show(trouble.fault() == FaultCode.CARD_REMOVED ? card : attention);
        main.write(words.say(trouble.fault()));
        more.clear();
        Answer onward = Answer.main(words.say(onward(trouble.wayOn())), new Touch.GoOn());
        return trouble.claim() == null
                ? List.of(onward)
                : List.of(Answer.other(words.say("trouble.code"), new Touch.WithoutChip()), onward);
    }

    private static String onward(WayOn wayOn) {
        if (wayOn instanceof WayOn.AskAgain || wayOn instanceof WayOn.TakeAgain || wayOn instanceof WayOn.ReadAgain) {
            return "trouble.again";
        }
        if (wayOn instanceof WayOn.OtherClinic) {
            return "trouble.clinics";
        }
        if (wayOn instanceof WayOn.TypeDigits) {
            return "trouble.digits";
        }
        if (wayOn instanceof WayOn.GoOnWithoutChip) {
            return "trouble.code";
        }
        return wayOn instanceof WayOn.TypeAgain ? "trouble.type" : "trouble.start";
    }

    private void show(Group drawing) {
        for (Group each : List.of(attention, card, lying, done, helper)) {
            each.setVisible(each == drawing);
        }
    }

    private static Group at(Group drawing) {
        drawing.relocate((Layout.WIDTH - 400) / 2, 170);
        return drawing;
    }

    @Override
    public void clear() {
        main.clear();
        huge.clear();
        more.clear();
    }
}
