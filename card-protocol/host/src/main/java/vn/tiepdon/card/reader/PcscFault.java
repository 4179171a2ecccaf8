package vn.tiepdon.card.reader;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.CardNotPresentException;

/**
 * What a provider's exception means. Providers hide the PC/SC code differently (a plain CardException for an absent
 * card: JDK-6474807), but all name it somewhere down the chain of causes.
 */
enum PcscFault {
    REMOVED,
    RESET,
    MUTE,
    /** The exchange broke: the card was pulled just now, or does not answer. Only the reader's state can tell. */
    BROKEN_EXCHANGE,
    SERVICE;

    private static final Pattern NAME = Pattern.compile("SCARD_[A-Z]_[A-Z_]+");
    private static final Set<String> REMOVED_NAMES = Set.of("SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD");
    private static final Set<String> MUTE_NAMES = Set.of(
            "SCARD_W_UNRESPONSIVE_CARD",
            "SCARD_W_UNPOWERED_CARD",
            "SCARD_W_UNSUPPORTED_CARD",
            "SCARD_E_PROTO_MISMATCH",
            "SCARD_E_TIMEOUT");
    private static final Set<String> BROKEN_NAMES = Set.of(
            "SCARD_E_NOT_TRANSACTED", "SCARD_E_COMM_DATA_LOST", "SCARD_F_COMM_ERROR", "SCARD_E_INVALID_PARAMETER");
    private static final int MAX_CAUSES = 10;

    static PcscFault of(Throwable failure) {
        if (chainHasAbsentCard(failure)) {
            return REMOVED;
        }
        if (failure instanceof IllegalArgumentException) {
            // jnasmartcardio 0.2.7 trips over an answer without status word.
            return BROKEN_EXCHANGE;
        }
        String name = name(failure);
        if (REMOVED_NAMES.contains(name)) {
            return REMOVED;
        }
        if (name.equals("SCARD_W_RESET_CARD")) {
            return RESET;
        }
        if (MUTE_NAMES.contains(name)) {
            return MUTE;
        }
        return BROKEN_NAMES.contains(name) ? BROKEN_EXCHANGE : SERVICE;
    }

    /** @return the PC/SC name, such as SCARD_E_NO_SERVICE, or the exception's class when none is named */
    static String name(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
            Optional<String> name = nameIn(cause.getMessage());
            if (name.isPresent()) {
                return name.get();
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static Optional<String> nameIn(String message) {
        if (message == null) {
            return Optional.empty();
        }
        Matcher matcher = NAME.matcher(message);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static boolean chainHasAbsentCard(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof CardNotPresentException) {
                return true;
            }
        }
        return false;
    }
}
