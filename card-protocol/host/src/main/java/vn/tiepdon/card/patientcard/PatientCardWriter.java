package vn.tiepdon.card.patientcard;

import java.nio.ByteBuffer;
import java.util.Optional;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** Changes what a card holds and what it may do, each time wholly or not at all. */
public final class PatientCardWriter {

    private static final int ACTIVATE = 0x01;
    private static final int BLOCK = 0x02;
    private static final int UNBLOCK = 0x03;
    private static final int END = 0x04;
    private static final int BAD_VALUE = 0x6A80;

    private final Transport card;
    private boolean halfTold;

    /** @param secure a session of a role that may do what is asked */
    public PatientCardWriter(Transport secure) {
        this.card = secure;
    }

    /**
     * Stores signed records and makes them valid together. When that fails, the card keeps what it had and this session
     * takes no further update: the next COMMIT would make valid what this one has left behind.
     *
     * @param revision 1 to 2<sup>32</sup>-1, higher than the card's
     * @param visit one to append to the log
     * @throws RevisionNotNewerException when the card has this revision, or a later one
     * @throws RecordDoesNotFitException before anything is sent, when a record is longer than its file
     */
    public void apply(long revision, Optional<byte[]> emergency, Optional<byte[]> medication, Optional<byte[]> visit)
            throws TransportException, PatientCardException {
        if (halfTold) {
            throw new SecureMessagingException(SecureMessagingException.Reason.CLOSED);
        }
        requireFit(CardFile.EMERGENCY, emergency);
        requireFit(CardFile.MEDICATION, medication);
        requireFit(CardFile.VISITS, visit);
        halfTold = true;
        store(CardFile.EMERGENCY, emergency);
        store(CardFile.MEDICATION, medication);
        store(CardFile.VISITS, visit);
        commit(revision);
        halfTold = false;
    }

    /**
     * Hands over a key order; the new set is in force at once.
     *
     * @param version of the new set
     * @param order 64 bytes, see docs/patient-card.md
     * @throws KeyOrderRefusedException when it is not for this card, was changed, or is no newer generation
     */
    public void putKeys(KeyVersion version, byte[] order) throws TransportException, PatientCardException {
        CommandApdu command = CommandApdu.of(PatientCard.PROPRIETARY, PatientCard.PUT_KEY, version.code(), 0x00);
        ResponseApdu answer = card.transmit(command.withData(order));
        if (answer.status().value() == BAD_VALUE) {
            throw new KeyOrderRefusedException(version.code());
        }
        PatientCard.require(command, answer);
    }

    /** From personalised to active; does nothing to a card that is active already. */
    public void activate() throws TransportException, PatientCardException {
        become(ACTIVATE);
    }

    public void block() throws TransportException, PatientCardException {
        become(BLOCK);
    }

    /** From blocked to active, with all tries again. */
    public void unblock() throws TransportException, PatientCardException {
        become(UNBLOCK);
    }

    /** For ever: keys and records are wiped. */
    public void end() throws TransportException, PatientCardException {
        become(END);
    }

    private void become(int p1) throws TransportException, PatientCardException {
        PatientCard.exchange(card, CommandApdu.of(PatientCard.PROPRIETARY, PatientCard.LIFECYCLE, p1, 0x00));
    }

    private static void requireFit(CardFile file, Optional<byte[]> record) throws RecordDoesNotFitException {
        if (record.isPresent() && record.get().length > file.capacity()) {
            throw new RecordDoesNotFitException(file.shortId(), record.get().length);
        }
    }

    private void store(CardFile file, Optional<byte[]> record) throws TransportException, PatientCardException {
        if (record.isPresent()) {
            PatientCard.store(card, file, record.get());
        }
    }

    private void commit(long revision) throws TransportException, PatientCardException {
        if (revision < 1 || revision >> Integer.SIZE != 0) {
            throw new IllegalArgumentException("a revision is a positive number of 32 bits");
        }
        CommandApdu command = CommandApdu.of(PatientCard.PROPRIETARY, PatientCard.COMMIT, 0x00, 0x00);
        byte[] data = ByteBuffer.allocate(Integer.BYTES).putInt((int) revision).array();
        ResponseApdu answer = card.transmit(command.withData(data));
        if (answer.status().value() == PatientCard.WRONG_STATE) {
            throw new RevisionNotNewerException(revision);
        }
        PatientCard.require(command, answer);
    }
}
