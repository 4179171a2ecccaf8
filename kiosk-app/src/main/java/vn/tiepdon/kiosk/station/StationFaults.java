package vn.tiepdon.kiosk.station;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardEndedException;
import vn.tiepdon.card.patientcard.KeySetMissingException;
import vn.tiepdon.card.patientcard.KeysRefusedException;
import vn.tiepdon.card.patientcard.TriesUsedUpException;
import vn.tiepdon.card.patientcard.UnknownSigningKeyException;
import vn.tiepdon.kiosk.device.card.CardFaults;

/** Which entry of the catalogue a failed reading at a station is. */
final class StationFaults {

    private StationFaults() {}

    static FaultCode of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException || failure instanceof ExecutionException
                ? failure.getCause()
                : failure;
        if (cause instanceof StationException station) {
            return station.fault();
        } else if (cause instanceof UnknownSigningKeyException) {
            return FaultCode.STATION_SIGNER_UNKNOWN;
        } else if (cause instanceof CardEndedException) {
            return FaultCode.CARD_BLOCKED;
        } else if (cause instanceof KeySetMissingException
                || cause instanceof KeysRefusedException
                || cause instanceof TriesUsedUpException) {
            return FaultCode.CARD_KEYS_WRONG;
        }
        return atStation(CardFaults.of(cause));
    }

    /** What helps at a kiosk, a code or a number, does not help here. */
    static FaultCode atStation(FaultCode fault) {
        return switch (fault) {
            case READER_MISSING, READER_SERVICE_DOWN -> FaultCode.STATION_READER_MISSING;
            case CARD_UNREADABLE -> FaultCode.STATION_CARD_UNREADABLE;
            default -> fault;
        };
    }
}
