package vn.tiepdon.simulator.bench.card;

import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/** Lets JMRTD talk to the card. */
final class TapeService extends CardService {

    private static final long serialVersionUID = 1L;

    private final transient Tape card;
    private boolean open;

    TapeService(Tape card) {
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
    public ResponseAPDU transmit(CommandAPDU command) {
        return new ResponseAPDU(card.transmit(command.getBytes()));
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
        return false;
    }
}
