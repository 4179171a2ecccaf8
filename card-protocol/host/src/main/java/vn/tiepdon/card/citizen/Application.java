package vn.tiepdon.card.citizen;

import java.util.HexFormat;
import net.sf.scuba.smartcards.CommandAPDU;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.TransportException;

/** The eMRTD application (ICAO Doc 9303 part 10, 3.6.2). */
final class Application {

    private static final int SELECT = 0xA4;
    private static final int BY_NAME = 0x04;
    private static final int NO_DATA_BACK = 0x0C;
    private static final byte[] AID = HexFormat.of().parseHex("A0000002471001");

    private Application() {}

    static StatusWord select(CardLink link) throws TransportException {
        return link.exchange(CommandApdu.of(0x00, SELECT, BY_NAME, NO_DATA_BACK).withData(AID))
                .status();
    }

    static StatusWord select(SecureChannel channel) throws TransportException, ChannelLostException {
        return channel.transmit("SELECT", new CommandAPDU(0x00, SELECT, BY_NAME, NO_DATA_BACK, AID))
                .status();
    }
}
