package vn.tiepdon.card.patientcard;

import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Turns a blank card into a patient's card: {@link #generateKey}, {@link #putKeys} for each role, {@link #storeIdentity},
 * {@link #apply} with the first records, {@link #personalise}; and {@link #activate} once the register has it. A card that
 * leaves before {@link #personalise} stays blank and is started again.
 */
public final class PatientCardPersonaliser {

    private static final int PERSONALISE = 0x00;

    private final Transport card;
    private final PatientCardWriter writer;

    /** @param secure a session with the card's transport keys */
    public PatientCardPersonaliser(Transport secure) {
        this.card = secure;
        this.writer = new PatientCardWriter(secure);
    }

    /**
     * Has the card make its key pair; the private half never leaves it.
     *
     * @throws CardAlreadyPersonalisedException when the card belongs to somebody
     */
    public ECPublicKey generateKey() throws TransportException, PatientCardException {
        CommandApdu command = CommandApdu.of(PatientCard.PROPRIETARY, PatientCard.GENERATE_KEY, 0x00, 0x00)
                .expecting(CommandApdu.MAX_EXPECTED);
        ResponseApdu answer = card.transmit(command);
        if (answer.status().value() == PatientCard.WRONG_STATE) {
            throw new CardAlreadyPersonalisedException();
        }
        try {
            return new CardPublicKey(PatientCard.require(command, answer)).toKey();
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(MalformedRecordException.Reason.BAD_VALUE, 0);
        }
    }

    /** As {@link PatientCardWriter#putKeys}. */
    public void putKeys(KeyVersion version, byte[] order) throws TransportException, PatientCardException {
        writer.putKeys(version, order);
    }

    public void storeIdentity(SignedIdentityRecord identity) throws TransportException, PatientCardException {
        PatientCard.store(card, CardFile.IDENTITY, identity.encoded());
    }

    /** As {@link PatientCardWriter#apply}. */
    public void apply(long revision, Optional<byte[]> emergency, Optional<byte[]> medication, Optional<byte[]> visit)
            throws TransportException, PatientCardException {
        writer.apply(revision, emergency, medication, visit);
    }

    /** The step of no return: the card is its holder's from here on. */
    public void personalise() throws TransportException, PatientCardException {
        PatientCard.exchange(card, CommandApdu.of(PatientCard.PROPRIETARY, PatientCard.LIFECYCLE, PERSONALISE, 0x00));
    }

    /** As {@link PatientCardWriter#activate}. */
    public void activate() throws TransportException, PatientCardException {
        writer.activate();
    }
}
