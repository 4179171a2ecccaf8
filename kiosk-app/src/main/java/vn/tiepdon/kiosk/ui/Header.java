package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import vn.tiepdon.kiosk.flow.AlreadyWaiting;
import vn.tiepdon.kiosk.flow.AskConsent;
import vn.tiepdon.kiosk.flow.AskNewCard;
import vn.tiepdon.kiosk.flow.AskPriority;
import vn.tiepdon.kiosk.flow.CardTalk;
import vn.tiepdon.kiosk.flow.ChooseClinic;
import vn.tiepdon.kiosk.flow.Confirm;
import vn.tiepdon.kiosk.flow.History;
import vn.tiepdon.kiosk.flow.Identifying;
import vn.tiepdon.kiosk.flow.Issuing;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.PlaceCitizenCard;
import vn.tiepdon.kiosk.flow.Reading;
import vn.tiepdon.kiosk.flow.ReadingChip;
import vn.tiepdon.kiosk.flow.ScanCitizenCode;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.TicketShown;
import vn.tiepdon.kiosk.flow.TypeCardDigits;
import vn.tiepdon.kiosk.flow.TypeNumber;

/** The hospital's name, and how far the patient is: never more than four steps. */
final class Header {

    private static final int STEPS = 4;
    private static final double RADIUS = 14;
    private static final double APART = 48;

    private static final Set<Class<? extends State>> FIRST = Set.of(
            Reading.class,
            Identifying.class,
            TypeNumber.class,
            ScanCitizenCode.class,
            TypeCardDigits.class,
            AskConsent.class,
            PlaceCitizenCard.class,
            ReadingChip.class);

    private static final Layout.Box NAME =
            new Layout.Box(Layout.HEADER.x(), Layout.HEADER.y(), 760, Layout.HEADER.height());

    private final Lettering hospital =
            Lettering.in(NAME, Fonts.SEMIBOLD, 48, Lettering.SMALLEST, Pos.CENTER_LEFT, "soft");
    /** In the same place: what is being done with the card, which nobody need read to go on. */
    private final Lettering card =
            Lettering.in(NAME, Fonts.SEMIBOLD, 48, Lettering.SMALLEST, Pos.CENTER_LEFT, "number");

    private final List<Circle> dots = new ArrayList<>();

    Header(Pane pane) {
        pane.getChildren().addAll(hospital.node(), card.node());
        double right = Layout.HEADER.x() + Layout.HEADER.width() - RADIUS;
        for (int i = 0; i < STEPS; i++) {
            Circle dot =
                    new Circle(right - (STEPS - 1 - i) * APART, Layout.HEADER.y() + Layout.HEADER.height() / 2, RADIUS);
            dots.add(dot);
            pane.getChildren().add(dot);
        }
    }

    void show(Kiosk kiosk, Words words) {
        CardTalk talk = kiosk.around().talk();
        if (talk.writing() || talk.written()) {
            hospital.clear();
            card.write(words.say(talk.writing() ? "card.writing" : "card.written"));
        } else {
            card.clear();
            hospital.write(words.hospital());
        }
        int step = step(kiosk.state());
        for (int i = 0; i < STEPS; i++) {
            Circle dot = dots.get(i);
            dot.setVisible(step > 0);
            dot.setRadius(i + 1 == step ? RADIUS + 5 : RADIUS);
            String style = i < step ? "dot-now" : "dot";
            if (!dot.getStyleClass().contains(style)) {
                dot.getStyleClass().setAll(style);
            }
        }
    }

    private static int step(State state) {
        if (state instanceof Confirm || state instanceof AskNewCard) {
            return 2;
        }
        if (state instanceof ChooseClinic || state instanceof AskPriority || state instanceof History) {
            return 3;
        }
        if (state instanceof Issuing || state instanceof TicketShown || state instanceof AlreadyWaiting) {
            return STEPS;
        }
        return FIRST.contains(state.getClass()) ? 1 : 0;
    }
}
