package vn.tiepdon.kiosk.device.card;

import java.util.concurrent.CompletionException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.citizen.AccessDeniedException;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.citizen.ForeignDocumentException;
import vn.tiepdon.card.citizen.NoChipApplicationException;
import vn.tiepdon.card.transport.TransportException;

/** Which entry of the catalogue a failed reading of a chip is. */
final class ChipFaults {

    private ChipFaults() {}

    static FaultCode of(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof AccessDeniedException) {
            return FaultCode.CHIP_KEY_WRONG;
        } else if (cause instanceof OtherPersonException) {
            return FaultCode.CHIP_OF_OTHER_PERSON;
        } else if (cause instanceof ForeignDocumentException) {
            return FaultCode.CHIP_FOREIGN;
        } else if (cause instanceof ChipAlteredException) {
            return FaultCode.CHIP_ALTERED;
        } else if (cause instanceof ChipClonedException) {
            return FaultCode.CHIP_COPY_SUSPECTED;
        } else if (cause instanceof AlgorithmUnsupportedException) {
            return FaultCode.CHIP_UNSUPPORTED;
        } else if (cause instanceof NoChipApplicationException) {
            return FaultCode.CARD_UNKNOWN;
        }
        // Malformed files, refused commands, and whatever the line between reader and chip may do.
        FaultCode line = CardFaults.of(failure);
        return line == FaultCode.CARD_UNREADABLE ? FaultCode.CHIP_UNREADABLE : line;
    }

    /** For the log. A message that is not ours may hold what was read. */
    static String reason(Throwable failure) {
        Throwable cause = cause(failure);
        boolean ours = cause instanceof CitizenChipException
                || cause instanceof TransportException
                || cause instanceof OtherPersonException;
        return ours ? cause.getMessage() : cause.getClass().getName();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
