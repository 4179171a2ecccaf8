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

    /**
     * Selects the card's application, which also ends a session there was.
     *
     * @throws CardBlockedException when the card's operating system has locked it; a card that was blocked by command
     *     says so in its directory
     */
    public static CardDirectory select(Transport card) throws TransportException, PatientCardException {
        return PatientCard.select(card);
    }

    /** Selects a card that is in use and reads its identity file; an exception leaves nothing of it behind. */
    public SignedIdentityRecord read(Transport card) throws TransportException, PatientCardException {
        return identity(card, select(card).requireInUse());
    }

    /**
     * Reads the identity file of a selected card, a blocked one's too: the desk must see whose it is.
     *
     * @param directory the selected card's
     */
    public SignedIdentityRecord identity(Transport card, CardDirectory directory)
            throws TransportException, PatientCardException {
        return SignedIdentityRecord.parse(
                readFile(card, directory.requireIdentity().identityLength()));
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
            int wanted = Math.min(CHUNK, length - file.size());
            byte[] chunk = PatientCard.exchange(
                    card, PatientCard.read(CardFile.IDENTITY, file.size()).expecting(wanted));
            if (chunk.length != wanted) {
                throw new MalformedRecordException(Reason.TRUNCATED, 0);
            }
            file.writeBytes(chunk);
        }
        return file.toByteArray();
    }
}
