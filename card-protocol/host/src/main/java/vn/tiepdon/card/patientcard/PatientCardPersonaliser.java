package vn.tiepdon.card.patientcard;

import java.nio.ByteBuffer;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Turns a blank card into a patient's card: {@link #generateKey}, {@link #store}, {@link #activate}, in this order. A
 * card pulled out on the way stays blank and can be started again.
 */
public final class PatientCardPersonaliser {

    private static final int PROPRIETARY = 0x80;
    private static final int LAST_CHUNK = 0x80;
    private static final int OFFSET_BYTES = 2;
    private static final int CHUNK = CommandApdu.MAX_DATA - OFFSET_BYTES;

    private final Transport card;

    public PatientCardPersonaliser(Transport card) {
        this.card = card;
    }

    /**
     * Selects the card and has it make its key pair; the private half never leaves it.
     *
     * @throws CardAlreadyPersonalisedException when the card belongs to somebody
     */
    public ECPublicKey generateKey() throws TransportException, PatientCardException {
        if (PatientCard.select(card).lifecycle() != Lifecycle.BLANK) {
            throw new CardAlreadyPersonalisedException();
        }
        byte[] point = PatientCard.exchange(
                card,
                CommandApdu.of(PROPRIETARY, PatientCard.GENERATE_KEY, 0x00, 0x00)
                        .expecting(CommandApdu.MAX_EXPECTED));
        try {
            return new CardPublicKey(point).toKey();
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(MalformedRecordException.Reason.BAD_VALUE, 0);
        }
    }

    public void store(SignedIdentityRecord identity) throws TransportException, PatientCardException {
        byte[] file = identity.encoded();
        for (int offset = 0; offset < file.length; offset += CHUNK) {
            int end = Math.min(file.length, offset + CHUNK);
            int last = end == file.length ? LAST_CHUNK : 0;
            byte[] data = ByteBuffer.allocate(OFFSET_BYTES + end - offset)
                    .putShort((short) offset)
                    .put(Arrays.copyOfRange(file, offset, end))
                    .array();
            PatientCard.exchange(
                    card,
                    CommandApdu.of(PROPRIETARY, PatientCard.STORE_DATA, last | PatientCard.IDENTITY_FILE, 0x00)
                            .withData(data));
        }
    }

    /** Ends personalisation: from here on the card refuses every write. */
    public void activate() throws TransportException, PatientCardException {
        PatientCard.exchange(card, CommandApdu.of(PROPRIETARY, PatientCard.ACTIVATE, 0x00, 0x00));
    }
}
