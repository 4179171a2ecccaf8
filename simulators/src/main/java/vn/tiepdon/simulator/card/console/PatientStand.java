package vn.tiepdon.simulator.card.console;

import java.util.Optional;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.CardDesk;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.harness.NotAnsweredException;

/** What may be typed about a patient's card that the server has issued. */
final class PatientStand implements ConsoleWords {

    private final VirtualPatientCard card;
    private final CardDesk desk;
    private final String patient;

    /** @param patient hospital code of the card's holder */
    PatientStand(VirtualPatientCard card, CardDesk desk, String patient) {
        this.card = card;
        this.desk = desk;
        this.patient = patient;
    }

    @Override
    public String help() {
        return ", state, lost";
    }

    @Override
    public Optional<String> obey(String line) {
        return switch (line) {
            case "state" -> Optional.of(state());
            case "lost" -> Optional.of(lost());
            default -> Optional.empty();
        };
    }

    /** Powers the card up anew: whoever talks to it in a reader has to begin again. */
    private String state() {
        try {
            CardDirectory now = CardDesk.state(card);
            return "%s, revision %d, emergency %d bytes, medication %d bytes, %d of %d visits"
                    .formatted(
                            now.state(),
                            now.revision(),
                            now.emergencyLength(),
                            now.medicationLength(),
                            now.visits(),
                            now.visitCapacity());
        } catch (TransportException | PatientCardException e) {
            return e.getMessage();
        }
    }

    private String lost() {
        try {
            desk.block(patient);
            return "reported lost; the card does not know yet";
        } catch (NotAnsweredException e) {
            return "the server did not take it: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
