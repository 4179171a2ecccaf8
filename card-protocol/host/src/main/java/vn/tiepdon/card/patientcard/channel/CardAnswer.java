package vn.tiepdon.card.patientcard.channel;

import java.util.Arrays;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/**
 * The card's answer to INITIALIZE UPDATE: key diversification data (10), key version, 03, 60, card challenge (8), card
 * cryptogram (8).
 *
 * @param diversification the first ten bytes of the card id; of a blank card its serial and two zeros
 * @param challenge the card's random bytes
 * @param cryptogram the card's proof that it holds the keys, see {@link SessionAnswer}
 */
public record CardAnswer(byte[] diversification, KeyVersion keyVersion, byte[] challenge, byte[] cryptogram) {

    public static final int LENGTH = 29;

    private static final int VERSION_AT = 10;
    private static final int PROTOCOL_AT = 11;
    private static final int OPTIONS_AT = 12;
    private static final int CHALLENGE_AT = 13;
    private static final int CRYPTOGRAM_AT = 21;
    private static final int SCP03 = 0x03;
    /** A random card challenge, R-MAC and R-ENCRYPTION (Amendment D, 5.1). */
    private static final int OPTIONS = 0x60;

    public static CardAnswer parse(byte[] answer) throws MalformedRecordException {
        if (answer.length != LENGTH) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, 0);
        }
        if (answer[PROTOCOL_AT] != SCP03 || answer[OPTIONS_AT] != OPTIONS) {
            throw new MalformedRecordException(Reason.BAD_VALUE, 0);
        }
        try {
            return new CardAnswer(
                    Arrays.copyOf(answer, VERSION_AT),
                    KeyVersion.ofCode(answer[VERSION_AT] & 0xFF),
                    Arrays.copyOfRange(answer, CHALLENGE_AT, CRYPTOGRAM_AT),
                    Arrays.copyOfRange(answer, CRYPTOGRAM_AT, LENGTH));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(Reason.BAD_VALUE, 0);
        }
    }

    /** The first bytes of a card id are for the wire, not for logs. */
    @Override
    public String toString() {
        return "CardAnswer[" + keyVersion + "]";
    }
}
