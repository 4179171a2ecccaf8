package vn.tiepdon.card.patientcard;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Reads the records behind a card's keys. What comes out is what the card holds; whether the hospital said so is for
 * {@link vn.tiepdon.card.patientcard.record.SignedRecord} to tell.
 */
public final class PatientCardRecords {

    /** The log's length. */
    public static final int MAX_VISITS = 24;

    private static final int RECORD_OF_LOG = CardFile.VISITS.shortId() << 3 | 0x04;
    private static final int OUTSIDE_THE_FILE = 0x6B00;
    private static final int NO_SUCH_RECORD = 0x6A83;

    private final Transport card;

    /** @param secure a session of a role that reads: each does */
    public PatientCardRecords(Transport secure) {
        this.card = secure;
    }

    /** @return the signed record, or nothing when the card has none */
    public Optional<byte[]> emergency() throws TransportException, PatientCardException {
        return file(CardFile.EMERGENCY);
    }

    /** @return the signed record, or nothing when the card has none */
    public Optional<byte[]> medication() throws TransportException, PatientCardException {
        return file(CardFile.MEDICATION);
    }

    /**
     * @param atMost how many to ask for
     * @return signed records, the latest first
     */
    public List<byte[]> visits(int atMost) throws TransportException, PatientCardException {
        List<byte[]> visits = new ArrayList<>();
        int most = Math.min(atMost, MAX_VISITS);
        while (visits.size() < most) {
            CommandApdu command = CommandApdu.of(0x00, PatientCard.READ_RECORD, visits.size() + 1, RECORD_OF_LOG)
                    .expecting(CommandApdu.MAX_EXPECTED);
            ResponseApdu answer = card.transmit(command);
            if (answer.status().value() == NO_SUCH_RECORD) {
                break;
            }
            visits.add(PatientCard.require(command, answer));
        }
        return visits;
    }

    private Optional<byte[]> file(CardFile file) throws TransportException, PatientCardException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean more = true;
        while (more) {
            byte[] chunk = chunk(file, content.size());
            content.writeBytes(chunk);
            if (content.size() > file.capacity()) {
                throw new MalformedRecordException(Reason.BAD_LENGTH, 0);
            }
            more = chunk.length == SecureChannel.MAX_DATA;
        }
        return content.size() == 0 ? Optional.empty() : Optional.of(content.toByteArray());
    }

    /** Empty behind the file's end. */
    private byte[] chunk(CardFile file, int offset) throws TransportException, PatientCardException {
        CommandApdu command = PatientCard.read(file, offset).expecting(SecureChannel.MAX_DATA);
        ResponseApdu answer = card.transmit(command);
        return answer.status().value() == OUTSIDE_THE_FILE ? new byte[0] : PatientCard.require(command, answer);
    }
}
