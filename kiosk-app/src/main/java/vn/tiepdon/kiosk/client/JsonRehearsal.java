package vn.tiepdon.kiosk.client;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.IdentificationRequest;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;

/** Writes and reads a visit of nobody: the first use of each record costs tens of milliseconds, the next ones nothing. */
final class JsonRehearsal {

    private static final int TIMES = 50;
    private static final Text TEXT = new Text("", "");

    private JsonRehearsal() {}

    static void run() {
        Identification known = new Identification.Proven(
                new UUID(0, 0), new Person("", Address.ONG_BA), history(), List.of(clinic()), List.of(ticket()));
        IdentificationRequest shown = new IdentificationRequest(
                new Presentation.PatientCard(new byte[0], new Presentation.CardProof(null, new byte[0], new byte[0])));
        IdentificationRequest chip = new IdentificationRequest(new Presentation.CitizenChip(
                new byte[0],
                new byte[0],
                new byte[0],
                null,
                null,
                false,
                new Presentation.CardProof(null, new byte[0], null),
                new Presentation.ChipConsent("", "", null)));
        for (int i = 0; i < TIMES; i++) {
            Json.MAPPER.writeValueAsBytes(shown);
            Json.MAPPER.writeValueAsBytes(chip);
            Json.MAPPER.writeValueAsBytes(new CheckInRequest(known.id(), ""));
            Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(known), Identification.class);
            Json.MAPPER.readValue(
                    Json.MAPPER.writeValueAsBytes(new CheckIn(CheckIn.Outcome.ISSUED, ticket())), CheckIn.class);
        }
    }

    private static HistorySummary history() {
        return new HistorySummary(
                List.of(new HistorySummary.Visit(LocalDate.EPOCH, TEXT, "", "")),
                List.of(new HistorySummary.Programme("", TEXT, LocalDate.EPOCH)));
    }

    private static ClinicOption clinic() {
        return new ClinicOption(
                "", TEXT, "", TEXT, 0, ClinicOption.State.CLOSED, LocalTime.NOON, ClinicOption.Suggestion.PROGRAMME);
    }

    private static Ticket ticket() {
        OffsetDateTime now = OffsetDateTime.now();
        return new Ticket(new UUID(0, 0), 1, "", TEXT, "", TEXT, now.toLocalDate(), now, 0, Ticket.State.WAITING, "");
    }
}
