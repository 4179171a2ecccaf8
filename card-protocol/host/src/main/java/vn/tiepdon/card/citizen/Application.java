package vn.tiepdon.card.citizen;

import java.util.HexFormat;
import net.sf.scuba.smartcards.CommandAPDU;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.MalformedResponseException;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.TransportException;

/** The eMRTD application (ICAO Doc 9303 part 10, 3.6.2). */
final class Application {

    private static final int SELECT = 0xA4;
    private static final int BY_NAME = 0x04;
    private static final int NO_DATA_BACK = 0x0C;
    private static final byte[] AID = HexFormat.of().parseHex("A0000002471001");

    private static final int CHALLENGE_LENGTH = 8;
    private static final byte[] EXTENDED_GET_CHALLENGE = {0x00, (byte) 0x84, 0x00, 0x00, 0x00, 0x00, CHALLENGE_LENGTH};

    private Application() {}

    static StatusWord select(CardLink link) throws TransportException {
        return link.exchange(CommandApdu.of(0x00, SELECT, BY_NAME, NO_DATA_BACK).withData(AID))
                .status();
    }

    /**
     * Asks for the challenge of BAC, which is not used, in an extended command: a refusal costs nothing but itself. For
     * chips without EF.CardAccess, where reading that file would have shown it.
     */
    static boolean takesExtendedLength(CardLink link) throws TransportException {
        try {
            ResponseApdu answer = ResponseApdu.of(link.exchange(EXTENDED_GET_CHALLENGE));
            return answer.isOk() && answer.data().length == CHALLENGE_LENGTH;
        } catch (CardMuteException | MalformedResponseException e) {
            // A reader that knows short APDUs only. A card that is really mute stays so at the next command.
            return false;
        }
    }

    static StatusWord select(SecureChannel channel) throws TransportException, ChannelLostException {
        return channel.transmit("SELECT", new CommandAPDU(0x00, SELECT, BY_NAME, NO_DATA_BACK, AID))
                .status();
    }
}
