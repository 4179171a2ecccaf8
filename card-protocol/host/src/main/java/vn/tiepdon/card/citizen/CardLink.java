package vn.tiepdon.card.citizen;

import java.util.Arrays;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.MalformedResponseException;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * A card as JMRTD wants to see it, over our {@link Transport}; counts what goes over it.
 *
 * <p>JMRTD catches what it can and sometimes tries again, so a failure of the transport is kept here, ends everything
 * that JMRTD still sends, and comes out at {@link #rethrow}.
 */
final class CardLink extends CardService {

    private static final long serialVersionUID = 1L;

    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int SECURE_MESSAGING = 0x0C;
    private static final int WRONG_LENGTH = 0x67;
    private static final int RIGHT_LENGTH_IS = 0x6C;

    private final transient Transport transport;
    private TransportException failure;
    private transient CommandAPDU refused;
    private transient ResponseAPDU refusal;
    private int apdus;
    private int bytes;

    CardLink(Transport transport) {
        JmrtdLog.silence();
        this.transport = transport;
    }

    /** For our own commands, before there is a protected channel. */
    ResponseApdu exchange(CommandApdu command) throws TransportException {
        return ResponseApdu.of(exchange(command.toBytes()));
    }

    byte[] exchange(byte[] command) throws TransportException {
        apdus++;
        bytes += command.length;
        byte[] answer = transport.transmit(command);
        bytes += answer.length;
        return answer;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        if (failure != null) {
            throw new CardServiceException("the card is gone");
        }
        if (isRepeated(command)) {
            return refusal;
        }
        try {
            byte[] answer = exchange(command.getBytes());
            requireSound(command, answer);
            return remembered(command, new ResponseAPDU(answer));
        } catch (TransportException e) {
            failure = e;
            throw new CardServiceException("the card is gone");
        }
    }

    /** To be asked after every call of JMRTD, however it ended. */
    void rethrow() throws TransportException {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * JMRTD repeats a refused EXTERNAL AUTHENTICATE without Le, for cards that refuse the length. To all others that is
     * the same wrong key a second time, which slows them down.
     */
    private boolean isRepeated(CommandAPDU command) {
        return refused != null
                && command.getINS() == EXTERNAL_AUTHENTICATE
                && Arrays.equals(command.getData(), refused.getData());
    }

    private ResponseAPDU remembered(CommandAPDU command, ResponseAPDU answer) {
        boolean isRefusal = command.getINS() == EXTERNAL_AUTHENTICATE
                && answer.getNr() == 0
                && answer.getSW1() != WRONG_LENGTH
                && answer.getSW1() != RIGHT_LENGTH_IS;
        refused = isRefusal ? command : null;
        refusal = isRefusal ? answer : null;
        return answer;
    }

    /** JMRTD reserves memory for whatever length an answer claims; it only gets to see those whose lengths are true. */
    private static void requireSound(CommandAPDU command, byte[] answer) throws MalformedResponseException {
        boolean isPlain = (command.getCLA() & SECURE_MESSAGING) == 0;
        if (answer.length < 2
                || !isPlain && !DataObjects.areProtected(answer)
                || isPlain && command.getINS() == GENERAL_AUTHENTICATE && !DataObjects.areDynamic(answer)) {
            throw new MalformedResponseException(answer.length);
        }
    }

    ChipReading.Cost cost() {
        return new ChipReading.Cost(apdus, bytes);
    }

    @Override
    public void open() {}

    @Override
    public boolean isOpen() {
        return failure == null;
    }

    /** Unknown: nothing here depends on it. */
    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public void close() {}

    @Override
    public boolean isConnectionLost(Exception e) {
        return failure != null;
    }
}
