package vn.tiepdon.card.citizen;

import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.protocol.DESedeSecureMessagingWrapper;
import org.jmrtd.protocol.SecureMessagingWrapper;
import vn.tiepdon.card.transport.MalformedResponseException;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.TransportException;

/** Commands and answers under secure messaging (ICAO Doc 9303 part 11, 9.8). */
final class SecureChannel {

    /**
     * The most plain bytes whose protected answer fits a short APDU: 256 bytes less 87 81 LL 01, the status in 4 and the
     * checksum in 10, rounded down to blocks of the cipher, less one byte of padding.
     */
    private static final int SHORT_BLOCK_AES = 223;

    private static final int SHORT_BLOCK_3DES = 231;
    private static final int LONGEST_ANSWER = 65_536;

    private final CardLink link;
    private final SecureMessagingWrapper wrapper;

    SecureChannel(CardLink link, SecureMessagingWrapper wrapper) {
        this.link = link;
        this.wrapper = wrapper;
    }

    CardLink link() {
        return link;
    }

    SecureMessagingWrapper wrapper() {
        return wrapper;
    }

    int shortBlock() {
        return wrapper instanceof DESedeSecureMessagingWrapper ? SHORT_BLOCK_3DES : SHORT_BLOCK_AES;
    }

    /**
     * @param what names the command, for the exception
     * @return the chip's answer, which it protected
     * @throws MalformedResponseException when it is not protected as it must be; the channel is of no more use
     * @throws ChannelLostException when it is a bare status word
     */
    ResponseApdu transmit(String what, CommandAPDU command) throws TransportException, ChannelLostException {
        return transmit(what, wrapper.wrap(command).getBytes());
    }

    /** As {@link #transmit}, with room for an answer that is too long for a short APDU once it is protected. */
    ResponseApdu transmitForLongAnswer(String what, CommandAPDU command)
            throws TransportException, ChannelLostException {
        CommandAPDU wrapped = wrapper.wrap(command);
        CommandAPDU extended = new CommandAPDU(
                wrapped.getCLA(),
                wrapped.getINS(),
                wrapped.getP1(),
                wrapped.getP2(),
                wrapped.getData(),
                LONGEST_ANSWER);
        return transmit(what, extended.getBytes());
    }

    private ResponseApdu transmit(String what, byte[] protectedCommand)
            throws TransportException, ChannelLostException {
        byte[] answer = link.exchange(protectedCommand);
        if (answer.length < 2 || !DataObjects.areProtected(answer)) {
            throw new MalformedResponseException(answer.length);
        }
        if (answer.length == 2) {
            throw new ChannelLostException(what, new ResponseAPDU(answer).getSW());
        }
        try {
            return ResponseApdu.of(wrapper.unwrap(new ResponseAPDU(answer)).getBytes());
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Without its cause: JMRTD's messages quote what they were given.
            throw new MalformedResponseException(answer.length);
        }
    }
}
