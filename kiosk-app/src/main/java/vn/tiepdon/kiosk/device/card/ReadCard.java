package vn.tiepdon.kiosk.device.card;

import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardId;

/**
 * A card that was read.
 *
 * @param shown what the server is shown of it
 * @param id signed by the hospital
 * @param directory as the card said before
 */
record ReadCard(Presentation.PatientCard shown, CardId id, CardDirectory directory) {

    @Override
    public String toString() {
        return "ReadCard[…]";
    }
}
