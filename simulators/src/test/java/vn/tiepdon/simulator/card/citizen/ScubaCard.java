package vn.tiepdon.simulator.card.citizen;

import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import vn.tiepdon.simulator.card.VirtualCard;

/** Lets JMRTD talk to a virtual card. */
final class ScubaCard extends CardService {

    private static final long serialVersionUID = 1L;

    private final transient VirtualCard card;
    private boolean open;

    ScubaCard(VirtualCard card) {
        this.card = card;
    }

    @Override
    public void open() {
        card.reset();
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

    @Override
    public byte[] getATR() {
        return card.atr();
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
