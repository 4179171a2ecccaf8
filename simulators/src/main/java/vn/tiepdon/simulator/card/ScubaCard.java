package vn.tiepdon.simulator.card;

import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** Lets JMRTD talk to a card that is powered up. */
public final class ScubaCard extends CardService {

    private static final long serialVersionUID = 1L;

    private final transient Transport card;
    private boolean open;

    public ScubaCard(Transport card) {
        this.card = card;
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        try {
            return new ResponseAPDU(card.transmit(command.getBytes()));
        } catch (TransportException e) {
            throw new CardServiceException("no response", e);
        }
    }

    /** Unknown: nothing here depends on it. */
    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isConnectionLost(Exception e) {
        return e.getCause() instanceof TransportException;
    }
}
