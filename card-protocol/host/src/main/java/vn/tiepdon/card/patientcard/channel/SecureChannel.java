package vn.tiepdon.card.patientcard.channel;

import vn.tiepdon.card.patientcard.KeySetMissingException;
import vn.tiepdon.card.patientcard.KeysRefusedException;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.TriesUsedUpException;
import vn.tiepdon.card.patientcard.UnexpectedStatusException;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.SecureMessagingException.Reason;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * A card behind secure messaging: plain commands go in, plain answers come out, and between here and the card every
 * command is encrypted and every answer proven to be this card's to this command.
 *
 * <p>The first thing that goes wrong, a card that left included, closes the channel for good.
 */
public final class SecureChannel implements Transport {

    /** The most data of a plain command, and of a plain answer: 255 bytes less the MAC, in blocks, less the padding. */
    public static final int MAX_DATA = 239;

    private static final int INITIALIZE_UPDATE = 0x50;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int PROPRIETARY = 0x80;
    private static final int SECURITY_LEVEL = 0x33;
    private static final int NO_SUCH_KEY_SET = 0x6A88;
    private static final int TRIES_USED_UP = 0x6983;
    private static final int TRIES_LEFT = 0x63C0;

    private final Transport card;
    private final Messaging messaging;
    private boolean closed;

    private SecureChannel(Transport card, Messaging messaging) {
        this.card = card;
        this.messaging = messaging;
    }

    /**
     * INITIALIZE UPDATE: asks a selected card for its part of a session.
     *
     * @param hostChallenge 8 random bytes
     * @return the card's answer for {@link SessionAnswer}, not looked at here
     * @throws KeySetMissingException when the card holds no such key set
     * @throws TriesUsedUpException when this key set was tried too often with wrong keys
     */
    public static byte[] request(Transport card, KeyVersion version, byte[] hostChallenge)
            throws TransportException, PatientCardException {
        if (hostChallenge.length != SessionAnswer.CHALLENGE_LENGTH) {
            throw new IllegalArgumentException("a host challenge has 8 bytes");
        }
        ResponseApdu answer = card.transmit(CommandApdu.of(PROPRIETARY, INITIALIZE_UPDATE, version.code(), 0x00)
                .withData(hostChallenge)
                .expecting(CommandApdu.MAX_EXPECTED));
        return switch (answer.status().value()) {
            case 0x9000 -> answer.data();
            case NO_SUCH_KEY_SET -> throw new KeySetMissingException(version.code());
            case TRIES_USED_UP -> throw new TriesUsedUpException();
            default -> throw new UnexpectedStatusException(INITIALIZE_UPDATE, answer.status());
        };
    }

    /**
     * EXTERNAL AUTHENTICATE: proves to the card that whoever made these keys holds its own.
     *
     * @param keys of the session that {@link #request} began on the same card
     * @throws KeysRefusedException when the card does not take the cryptogram; it counts that down
     * @throws TriesUsedUpException when it has counted to zero
     * @throws SecureMessagingException when the card finds the message itself wrong
     */
    public static SecureChannel open(Transport card, SessionKeys keys) throws TransportException, PatientCardException {
        Messaging messaging = new Messaging(keys);
        CommandApdu command =
                messaging.authenticate(CommandApdu.of(PROPRIETARY, EXTERNAL_AUTHENTICATE, SECURITY_LEVEL, 0x00)
                        .withData(keys.hostCryptogram()));
        StatusWord status = card.transmit(command).status();
        if (status.isOk()) {
            return new SecureChannel(card, messaging);
        }
        messaging.destroy();
        if (Messaging.isBroken(status)) {
            throw new SecureMessagingException(Reason.COMMAND_REFUSED);
        }
        if ((status.value() & 0xFFF0) == TRIES_LEFT) {
            throw new KeysRefusedException(status.sw2() & 0x0F);
        }
        if (status.value() == TRIES_USED_UP) {
            throw new TriesUsedUpException();
        }
        throw new UnexpectedStatusException(EXTERNAL_AUTHENTICATE, status);
    }

    /**
     * @param commandApdu a plain short command with at most {@value #MAX_DATA} bytes of data
     * @throws SecureMessagingException when the answer is not the card's own to this command, or the channel is closed
     */
    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        return transmit(CommandApdu.parse(commandApdu)).toBytes();
    }

    @Override
    public ResponseApdu transmit(CommandApdu plain) throws TransportException {
        if (plain.data().length > MAX_DATA) {
            throw new IllegalArgumentException("too long for a protected command");
        }
        if (closed) {
            throw new SecureMessagingException(Reason.CLOSED);
        }
        boolean answered = false;
        try {
            ResponseApdu answer = messaging.unwrap(card.transmit(messaging.wrap(plain)));
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                closed = true;
                messaging.destroy();
            }
        }
    }
}
