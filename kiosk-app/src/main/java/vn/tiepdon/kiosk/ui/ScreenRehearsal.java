package vn.tiepdon.kiosk.ui;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.flow.CardTalk;
import vn.tiepdon.kiosk.flow.ChooseClinic;
import vn.tiepdon.kiosk.flow.Confirm;
import vn.tiepdon.kiosk.flow.Identifying;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Language;
import vn.tiepdon.kiosk.flow.OnReader;
import vn.tiepdon.kiosk.flow.Pace;
import vn.tiepdon.kiosk.flow.Printing;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.Surroundings;
import vn.tiepdon.kiosk.flow.TicketShown;
import vn.tiepdon.kiosk.flow.Visit;

/**
 * Draws a visit of nobody to where nobody sees it, so that letters, pictures and code are ready before the first patient
 * of the day: she waits no longer than the second.
 */
final class ScreenRehearsal {

    private static final int TIMES = 3;
    private static final int CLINICS = 9;
    private static final Text LETTERS = letters();

    private ScreenRehearsal() {}

    /** Real words with real letters, from the kiosk's own texts. */
    private static Text letters() {
        String words =
                new Words(Language.VI, null).say("address.BA") + " " + new Words(Language.VI, null).say("bar.back");
        return new Text(words, words);
    }

    /** Runs on JavaFX's thread and leaves every screen empty. */
    static void run(Scene scene, KioskView view) {
        WritableImage nobodyLooks = new WritableImage((int) scene.getWidth(), (int) scene.getHeight());
        for (int i = 0; i < TIMES; i++) {
            for (State state : visit()) {
                view.show(new Kiosk(around(), state));
                scene.snapshot(nobodyLooks);
            }
        }
        view.forget();
    }

    private static Surroundings around() {
        return new Surroundings(null, Language.VI, false, OnReader.NOTHING, CardTalk.NONE, Map.of(), 0, 0, 0, null);
    }

    private static List<State> visit() {
        Visit nobody = new Visit(
                new Presentation.TypedNumber(""),
                new Identification.Proven(
                        new UUID(0, 0), new Person(LETTERS.vi(), Address.BA), history(), clinics(), List.of()));
        Printing printed = new Printing(false, null);
        return List.of(
                new Identifying(0, nobody.shown(), Pace.SLOW),
                new Confirm(nobody),
                new ChooseClinic(nobody, 0, null),
                new TicketShown(0, ticket(), false, nobody.shown(), printed));
    }

    private static HistorySummary history() {
        LocalDate day = LocalDate.EPOCH;
        return new HistorySummary(
                List.of(new HistorySummary.Visit(day, LETTERS, "I10", LETTERS.vi())),
                List.of(new HistorySummary.Programme("", LETTERS, day)));
    }

    private static List<ClinicOption> clinics() {
        return IntStream.range(0, CLINICS)
                .mapToObj(i -> new ClinicOption(
                        "",
                        LETTERS,
                        "101",
                        LETTERS,
                        i,
                        ClinicOption.State.OPEN,
                        null,
                        i == 0 ? ClinicOption.Suggestion.PROGRAMME : null))
                .toList();
    }

    private static Ticket ticket() {
        OffsetDateTime now = OffsetDateTime.MIN;
        return new Ticket(
                new UUID(0, 0),
                888,
                "",
                LETTERS,
                "101",
                LETTERS,
                LocalDate.EPOCH,
                now,
                2,
                Ticket.State.WAITING,
                "TD1:T:00000:" + "0".repeat(32) + ":0000");
    }
}
