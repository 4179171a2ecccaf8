package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.flow.AlreadyWaiting;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Printing;
import vn.tiepdon.kiosk.flow.TicketShown;
import vn.tiepdon.kiosk.flow.Touch;

/** The number, as large as it goes, and where to take it. */
final class TicketScreen implements Screen {

    private static final double CODE = 240;

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 140, 984, 110), Fonts.BOLD, 72, 48, Pos.CENTER, "ink");
    private final Lettering number =
            Lettering.in(new Layout.Box(24, 250, 1032, 400), Fonts.BOLD, 360, 240, Pos.CENTER, "number");
    private final Lettering clinic =
            Lettering.in(new Layout.Box(72, 690, 936, 170), Fonts.BOLD, 80, 52, Pos.CENTER, "ink");
    private final Lettering room =
            Lettering.in(new Layout.Box(72, 864, 936, 110), Fonts.SEMIBOLD, 80, 52, Pos.CENTER, "ink");
    private final Lettering place =
            Lettering.in(new Layout.Box(72, 974, 936, 70), Fonts.REGULAR, 52, 44, Pos.CENTER, "soft");
    private final Lettering before =
            Lettering.in(new Layout.Box(344, 1080, 688, 140), Fonts.SEMIBOLD, 56, 44, Pos.CENTER_LEFT, "ink");
    private final Lettering keep =
            Lettering.in(new Layout.Box(344, 1214, 688, 116), Fonts.REGULAR, 44, 44, Pos.CENTER_LEFT, "soft");
    private final Lettering paper =
            Lettering.in(new Layout.Box(56, 1344, 968, 176), Fonts.SEMIBOLD, 60, 44, Pos.CENTER, "paper-text");
    private final Region strip = panel(new Layout.Box(24, 1340, 1032, 188), "strip");
    private final ImageView code = new ImageView();
    private final QrPicture qr = new QrPicture();

    TicketScreen() {
        code.setFitWidth(CODE);
        code.setFitHeight(CODE);
        code.setSmooth(false);
        code.relocate(64, 1084);
        pane.getChildren()
                .addAll(
                        panel(new Layout.Box(24, 664, 1032, 400), "panel"),
                        strip,
                        title.node(),
                        number.node(),
                        clinic.node(),
                        room.node(),
                        place.node(),
                        before.node(),
                        keep.node(),
                        code,
                        paper.node());
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        if (kiosk.state() instanceof AlreadyWaiting waiting) {
            return drawStanding(waiting, words);
        }
        TicketShown shown = (TicketShown) kiosk.state();
        fill(shown.ticket(), words);
        title.write(words.say(shown.known() ? "ticket.known" : "ticket.title"));
        Printing printing = shown.printing();
        strip.getStyleClass().setAll(printing.failed() ? "strip-attention" : "strip");
        paper.node().getStyleClass().setAll("label", printing.failed() ? "attention-text" : "paper-text");
        if (printing.failed()) {
            paper.write(words.say(printing.fault()));
            return List.of(
                    Answer.other(words.say("ticket.again"), new Touch.PrintAgain()),
                    Answer.main(words.say("ticket.remembered"), new Touch.Done()));
        }
        paper.write(words.say(printing.running() ? "ticket.printing" : "ticket.printed"));
        return printing.running() ? List.of() : List.of(Answer.main(words.say("ticket.done"), new Touch.Done()));
    }

    private List<Answer> drawStanding(AlreadyWaiting waiting, Words words) {
        Ticket ticket = waiting.ticket();
        fill(ticket, words);
        title.write(words.say(
                "standing.title",
                words.address(waiting.visit().identification().person().address())));
        strip.getStyleClass().setAll("strip");
        paper.node().getStyleClass().setAll("label", "paper-text");
        paper.write(words.say("standing." + ticket.state()));
        List<Answer> answers = new ArrayList<>();
        answers.add(Answer.other(words.say("standing.other"), new Touch.ShowClinics()));
        if (waiting.tickets() > 1) {
            answers.add(Answer.other(
                    words.say("standing.next", waiting.index() + 1, waiting.tickets()), new Touch.NextTicket()));
        }
        answers.add(Answer.main(words.say("ticket.again"), new Touch.PrintAgain()));
        return answers;
    }

    private void fill(Ticket ticket, Words words) {
        number.write(ticket.label());
        clinic.write(words.say(ticket.clinic()));
        room.write(words.say("clinic.room", ticket.room()));
        place.write(ticket.place() == null ? "" : words.say(ticket.place()));
        before.write(before(ticket, words));
        keep.write(keep(ticket, words));
        code.setImage(qr.of(ticket.code()));
    }

    private static String keep(Ticket ticket, Words words) {
        if (ticket.priority() != null) {
            return words.say("ticket.priority." + ticket.priority());
        }
        return ticket.appointment() == null
                ? words.say("ticket.keep")
                : words.say("ticket.expected", words.say(ticket.appointment()));
    }

    private static String before(Ticket ticket, Words words) {
        String people = ticket.before() == 0 ? words.say("ticket.first") : words.say("ticket.before", ticket.before());
        if (ticket.expectedWait() == null || ticket.before() == 0) {
            return people;
        }
        int from = ticket.expectedWait().from();
        int to = ticket.expectedWait().to();
        return from == 0 ? words.say("ticket.wait.most", people, to) : words.say("ticket.wait", people, from, to);
    }

    @Override
    public void clear() {
        for (Lettering lettering : List.of(title, number, clinic, room, place, before, keep, paper)) {
            lettering.clear();
        }
        code.setImage(null);
    }

    private static Region panel(Layout.Box box, String style) {
        Region panel = new Region();
        panel.getStyleClass().add(style);
        panel.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        panel.setManaged(false);
        return panel;
    }
}
