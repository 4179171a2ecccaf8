package vn.tiepdon.card.citizen;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import net.sf.scuba.smartcards.CommandAPDU;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.TransportException;

/**
 * Reads whole files in the fewest commands: the first READ BINARY names the file by its short identifier and learns its
 * length, the others take the biggest block that goes through.
 */
final class FileReader {

    /**
     * Protected, with its status word, it stays below 2 KiB, which is the buffer of many cards; bigger blocks would save
     * little time.
     */
    private static final int LONG_BLOCK = 2000;

    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;
    private static final int READ_BINARY_ODD = 0xB1;
    private static final int MAX_OFFSET = 0x7FFF;
    private static final byte OFFSET = 0x54;
    private static final int DISCRETIONARY_DATA = 0x53;
    private static final int OBJECT_HEADER = 4;
    private static final int BY_FILE_ID = 0x02;
    private static final int NO_DATA_BACK = 0x0C;
    private static final int SHORT_FILE_ID = 0x80;
    private static final int END_OF_FILE = 0x6282;
    private static final int WRONG_LENGTH = 0x6700;
    private static final int RIGHT_LENGTH_IS = 0x6C;
    private static final int MAX_BLOCKS = 2048;

    private final SecureChannel channel;
    private final ReadingMeter meter;
    private int block;
    private boolean longBlockWentThrough;
    private boolean shortIdsKnown;
    private boolean shortIdsRefused;

    FileReader(SecureChannel channel, boolean extendedLength, ReadingMeter meter) {
        this.channel = channel;
        this.meter = meter;
        this.block = extendedLength ? LONG_BLOCK : channel.shortBlock();
    }

    boolean usesExtendedLength() {
        return block > channel.shortBlock();
    }

    /** Whether what went wrong may be an answer that was too long for the reader or the card. */
    boolean mayAskForTooMuch() {
        return usesExtendedLength() && !longBlockWentThrough;
    }

    /** @throws ChipRefusedException also when there is no such file */
    byte[] read(ChipFile file)
            throws TransportException, ChannelLostException, ChipRefusedException, MalformedChipFileException {
        ResponseApdu first = firstBlock(file);
        if (!isData(first)) {
            throw new ChipRefusedException(command(file), first.status().value());
        }
        return wholeFile(file, first.data());
    }

    /** @return empty when the chip refuses the file, or has none */
    Optional<byte[]> readIfPresent(ChipFile file)
            throws TransportException, ChannelLostException, MalformedChipFileException {
        ResponseApdu first = firstBlock(file);
        return isData(first) ? Optional.of(wholeFile(file, first.data())) : Optional.empty();
    }

    private byte[] wholeFile(ChipFile file, byte[] firstBlock)
            throws TransportException, ChannelLostException, MalformedChipFileException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] next = firstBlock;
        for (int blocks = 1; blocks <= MAX_BLOCKS; blocks++) {
            read.writeBytes(next);
            Optional<Integer> length = FileLength.of(file, read.toByteArray());
            if (length.isPresent()) {
                requirePossible(file, length.get());
                meter.expect(file, length.get());
            }
            int missing = length.map(all -> all - read.size()).orElse(channel.shortBlock());
            meter.read(next.length + Math.min(0, missing));
            if (missing <= 0) {
                return Arrays.copyOf(read.toByteArray(), length.orElseThrow());
            }
            next = next(file, read.size(), Math.min(missing, block));
            if (next.length == 0) {
                throw new MalformedChipFileException(file, "ends after " + read.size() + " bytes");
            }
        }
        throw new MalformedChipFileException(file, "comes in more than " + MAX_BLOCKS + " pieces");
    }

    /** READ BINARY has 15 bits for an offset; beyond them it takes another form (ISO/IEC 7816-4, 11.2.3). */
    private byte[] next(ChipFile file, int offset, int wanted)
            throws TransportException, ChannelLostException, MalformedChipFileException {
        if (offset <= MAX_OFFSET) {
            return block(file, offset >> 8, offset & 0xFF, wanted).data();
        }
        byte[] data = {OFFSET, 2, (byte) (offset >> 8), (byte) offset};
        int expected = Math.min(wanted + OBJECT_HEADER, block);
        byte[] object = transmit(file, new CommandAPDU(0x00, READ_BINARY_ODD, 0, 0, data, expected))
                .data();
        return object.length == 0 ? object : new Ber(file, object).value(DISCRETIONARY_DATA);
    }

    private static void requirePossible(ChipFile file, int length) throws MalformedChipFileException {
        if (length > FileLength.MAX) {
            throw new MalformedChipFileException(file, "begins with another tag or an impossible length");
        }
    }

    /** A refusal of the first short identifier may mean all of them; one after the first means the file. */
    private ResponseApdu firstBlock(ChipFile file) throws TransportException, ChannelLostException {
        if (!shortIdsRefused) {
            ResponseApdu answer = block(file, SHORT_FILE_ID | file.shortId(), 0, block);
            if (isData(answer) || shortIdsKnown) {
                shortIdsKnown = true;
                return answer;
            }
        }
        byte[] id = {(byte) (file.fileId() >> 8), (byte) file.fileId()};
        StatusWord selected = channel.transmit(
                        "SELECT " + file, new CommandAPDU(0x00, SELECT, BY_FILE_ID, NO_DATA_BACK, id))
                .status();
        if (!selected.isOk()) {
            return new ResponseApdu(new byte[0], selected);
        }
        shortIdsRefused = true;
        return block(file, 0, 0, block);
    }

    private ResponseApdu block(ChipFile file, int p1, int p2, int wanted)
            throws TransportException, ChannelLostException {
        ResponseApdu answer = readBinary(file, p1, p2, wanted);
        if (answer.status().sw1() == RIGHT_LENGTH_IS) {
            int right = answer.status().sw2();
            answer = readBinary(file, p1, p2, right == 0 ? 256 : right);
        } else if (answer.status().value() == WRONG_LENGTH && wanted > channel.shortBlock()) {
            block = channel.shortBlock();
            answer = readBinary(file, p1, p2, block);
        }
        longBlockWentThrough |= answer.data().length > channel.shortBlock();
        return answer;
    }

    private ResponseApdu readBinary(ChipFile file, int p1, int p2, int expected)
            throws TransportException, ChannelLostException {
        return transmit(file, new CommandAPDU(0x00, READ_BINARY, p1, p2, expected));
    }

    private ResponseApdu transmit(ChipFile file, CommandAPDU command) throws TransportException, ChannelLostException {
        return command.getNe() > channel.shortBlock()
                ? channel.transmitForLongAnswer(command(file), command)
                : channel.transmit(command(file), command);
    }

    private static String command(ChipFile file) {
        return "READ BINARY " + file;
    }

    private static boolean isData(ResponseApdu answer) {
        return answer.data().length > 0 && (answer.isOk() || answer.status().value() == END_OF_FILE);
    }
}
