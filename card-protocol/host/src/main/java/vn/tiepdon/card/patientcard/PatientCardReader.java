package vn.tiepdon.card.patientcard;

import java.io.ByteArrayOutputStream;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Identifies a patient card in at most 4 commands: SELECT, one or two READ BINARY, INTERNAL AUTHENTICATE.
 *
 * <p>It only reads: whether the record is signed by a known key, belongs to this hospital and is valid today is for the
 * caller to ask of the {@link SignedIdentityRecord}.
 */
public final class PatientCardReader {

    private static final int CHUNK = CommandApdu.MAX_EXPECTED;
    private static final int SHORT_FILE_ID = 0x80;

    /** Reads the identity file; an exception leaves nothing of it behind. */
    public SignedIdentityRecord read(Transport card) throws TransportException, PatientCardException {
        CardDirectory directory = PatientCard.select(card);
        if (directory.lifecycle() == Lifecycle.BLANK) {
            throw new CardBlankException();
        }
        if (directory.identityLength() > SignedIdentityRecord.MAX_LENGTH) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, 0);
        }
        return SignedIdentityRecord.parse(readFile(card, directory.identityLength()));
    }

    /**
     * Has the card sign a challenge, after {@link #read} in the same session.
     *
     * @param challenge 32 bytes, from {@link CardChallenge}
     * @return the card's signature, for {@link CardProof}
     */
    public byte[] authenticate(Transport card, byte[] challenge) throws TransportException, PatientCardException {
        return PatientCard.exchange(
                card,
                CommandApdu.of(0x00, PatientCard.INTERNAL_AUTHENTICATE, 0x00, 0x00)
                        .withData(challenge)
                        .expecting(CommandApdu.MAX_EXPECTED));
    }

    private static byte[] readFile(Transport card, int length) throws TransportException, PatientCardException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(length);
        while (file.size() < length) {
            int offset = file.size();
            int wanted = Math.min(CHUNK, length - offset);
            // The first read names the file, the later ones its offset: P1 has no room for both.
            int p1 = offset == 0 ? SHORT_FILE_ID | PatientCard.IDENTITY_FILE : offset >> 8;
            byte[] chunk = PatientCard.exchange(
                    card,
                    CommandApdu.of(0x00, PatientCard.READ_BINARY, p1, offset & 0xFF)
                            .expecting(wanted));
            if (chunk.length != wanted) {
                throw new MalformedRecordException(Reason.TRUNCATED, 0);
            }
            file.writeBytes(chunk);
        }
        return file.toByteArray();
    }
}
