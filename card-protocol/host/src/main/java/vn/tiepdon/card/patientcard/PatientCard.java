package vn.tiepdon.card.patientcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** The commands of the patient card; see docs/patient-card.md. */
final class PatientCard {

    static final int PROPRIETARY = 0x80;

    static final int SELECT = 0xA4;
    static final int READ_BINARY = 0xB0;
    static final int READ_RECORD = 0xB2;
    static final int INTERNAL_AUTHENTICATE = 0x88;
    static final int PUT_KEY = 0xD8;
    static final int GENERATE_KEY = 0xE0;
    static final int STORE_DATA = 0xE2;
    static final int COMMIT = 0xE4;
    static final int LIFECYCLE = 0xF0;

    static final int WRONG_STATE = 0x6985;

    private static final byte[] AID = HexFormat.of().parseHex("F054494550444F4E01");
    private static final StatusWord SELECTED_BUT_LOCKED = new StatusWord(0x6283);
    private static final int NOT_ALLOWED = 0x6982;
    private static final int NO_ROOM = 0x6A84;
    private static final int SHORT_FILE_ID = 0x80;
    private static final int LAST_CHUNK = 0x80;
    private static final int CHUNK = SecureChannel.MAX_DATA - Short.BYTES;

    private PatientCard() {}

    static CardDirectory select(Transport card) throws TransportException, PatientCardException {
        ResponseApdu answer = card.transmit(
                CommandApdu.of(0x00, SELECT, 0x04, 0x00).withData(AID).expecting(CommandApdu.MAX_EXPECTED));
        if (answer.status().equals(SELECTED_BUT_LOCKED)) {
            throw new CardBlockedException();
        }
        if (!answer.isOk()) {
            throw new NotOurCardException(answer.status());
        }
        return DirectoryCodec.decode(answer.data());
    }

    /** READ BINARY: the first one names the file, the later ones their offset, because P1 has no room for both. */
    static CommandApdu read(CardFile file, int offset) {
        int p1 = offset == 0 ? SHORT_FILE_ID | file.shortId() : offset >> Byte.SIZE;
        return CommandApdu.of(0x00, READ_BINARY, p1, offset & 0xFF);
    }

    /** Sends a whole file in chunks; what it becomes is up to the commands that follow. */
    static void store(Transport card, CardFile file, byte[] content) throws TransportException, PatientCardException {
        if (content.length > file.capacity()) {
            throw new RecordDoesNotFitException(file.shortId(), content.length);
        }
        for (int offset = 0; offset < content.length; offset += CHUNK) {
            int end = Math.min(content.length, offset + CHUNK);
            int last = end == content.length ? LAST_CHUNK : 0;
            byte[] data = ByteBuffer.allocate(Short.BYTES + end - offset)
                    .putShort((short) offset)
                    .put(Arrays.copyOfRange(content, offset, end))
                    .array();
            CommandApdu command = CommandApdu.of(PROPRIETARY, STORE_DATA, last | file.shortId(), 0x00);
            ResponseApdu answer = card.transmit(command.withData(data));
            if (answer.status().value() == NO_ROOM) {
                throw new RecordDoesNotFitException(file.shortId(), content.length);
            }
            require(command, answer);
        }
    }

    static byte[] exchange(Transport card, CommandApdu command) throws TransportException, PatientCardException {
        return require(command, card.transmit(command));
    }

    static byte[] require(CommandApdu command, ResponseApdu answer) throws PatientCardException {
        return switch (answer.status().value()) {
            case 0x9000 -> answer.data();
            case NOT_ALLOWED -> throw new NotAllowedException(command.ins());
            case WRONG_STATE -> throw new WrongStateException(command.ins());
            default -> throw new UnexpectedStatusException(command.ins(), answer.status());
        };
    }
}
