package vn.tiepdon.kiosk.device.card;

import java.util.concurrent.CompletionException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardAlreadyPersonalisedException;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.CardBlankException;
import vn.tiepdon.card.patientcard.CardBlockedException;
import vn.tiepdon.card.patientcard.CardEndedException;
import vn.tiepdon.card.patientcard.CardExpiredException;
import vn.tiepdon.card.patientcard.ForeignCardException;
import vn.tiepdon.card.patientcard.KeyOrderRefusedException;
import vn.tiepdon.card.patientcard.KeySetMissingException;
import vn.tiepdon.card.patientcard.KeysRefusedException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.NotAllowedException;
import vn.tiepdon.card.patientcard.NotOurCardException;
import vn.tiepdon.card.patientcard.RecordDoesNotFitException;
import vn.tiepdon.card.patientcard.RevisionNotNewerException;
import vn.tiepdon.card.patientcard.SignatureInvalidException;
import vn.tiepdon.card.patientcard.TriesUsedUpException;
import vn.tiepdon.card.patientcard.UnknownSigningKeyException;
import vn.tiepdon.card.patientcard.WrongStateException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ReaderFailedException;
import vn.tiepdon.card.transport.SecureMessagingException;

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
        } else if (cause instanceof CardAlreadyPersonalisedException) {
            return FaultCode.CARD_NOT_BLANK;
        }
        return ofTalk(cause);
    }

    private static FaultCode ofTalk(Throwable cause) {
        if (cause instanceof SecureMessagingException) {
            return FaultCode.CARD_MESSAGING_BROKEN;
        } else if (cause instanceof KeysRefusedException) {
            return FaultCode.CARD_KEYS_WRONG;
        } else if (cause instanceof TriesUsedUpException) {
            return FaultCode.CARD_TRIES_USED_UP;
        } else if (cause instanceof RecordDoesNotFitException) {
            return FaultCode.CARD_DATA_TOO_LONG;
        } else if (cause instanceof KeySetMissingException
                || cause instanceof NotAllowedException
                || cause instanceof WrongStateException
                || cause instanceof KeyOrderRefusedException
                || cause instanceof RevisionNotNewerException) {
            return FaultCode.CARD_WRITING_REFUSED;
        }
        return FaultCode.CARD_UNREADABLE;
    }
}
