package vn.tiepdon.kiosk.bridge;

import java.util.Locale;
import vn.tiepdon.card.patientcard.CardBlockedException;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** What kind of card lies there, in the words of {@code /status}. */
final class CardLook {

    private static final String FOREIGN = "foreign";
    private static final String BLOCKED = "blocked";

    private CardLook() {}

    static String at(Transport card) throws TransportException {
        try {
            return PatientCardReader.select(card).state().name().toLowerCase(Locale.ROOT);
        } catch (CardBlockedException e) {
            return BLOCKED;
        } catch (PatientCardException e) {
            return FOREIGN;
        }
    }
}
