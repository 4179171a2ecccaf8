package vn.tiepdon.kiosk.device.card;

import java.util.concurrent.CompletionException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.CardBlankException;
import vn.tiepdon.card.patientcard.CardBlockedException;
import vn.tiepdon.card.patientcard.CardEndedException;
import vn.tiepdon.card.patientcard.CardExpiredException;
import vn.tiepdon.card.patientcard.ForeignCardException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.NotOurCardException;
import vn.tiepdon.card.patientcard.SignatureInvalidException;
import vn.tiepdon.card.patientcard.UnknownSigningKeyException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ReaderFailedException;

/** Which entry of the catalogue a failed reading is. */
public final class CardFaults {

    private CardFaults() {}

    public static FaultCode of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof CardRemovedException) {
            return FaultCode.CARD_REMOVED;
        } else if (cause instanceof ReaderFailedException reader) {
            return reader.reason().contains("SERVICE") ? FaultCode.READER_SERVICE_DOWN : FaultCode.READER_MISSING;
        } else if (cause instanceof NotOurCardException) {
            return FaultCode.CARD_UNKNOWN;
        } else if (cause instanceof ForeignCardException) {
            return FaultCode.CARD_OF_OTHER_HOSPITAL;
        } else if (cause instanceof SignatureInvalidException || cause instanceof UnknownSigningKeyException) {
            return FaultCode.CARD_SIGNATURE_INVALID;
        } else if (cause instanceof CardExpiredException) {
            return FaultCode.CARD_EXPIRED;
        } else if (cause instanceof CardBlockedException || cause instanceof CardEndedException) {
            return FaultCode.CARD_BLOCKED;
        } else if (cause instanceof CardBlankException) {
            return FaultCode.CARD_NOT_PERSONALISED;
        } else if (cause instanceof NewerLayoutException) {
            return FaultCode.CARD_LAYOUT_UNKNOWN;
        } else if (cause instanceof CardAuthenticationFailedException) {
            return FaultCode.CARD_COPY_SUSPECTED;
        }
        return FaultCode.CARD_UNREADABLE;
    }
}
