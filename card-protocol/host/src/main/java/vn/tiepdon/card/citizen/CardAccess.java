package vn.tiepdon.card.citizen;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.MalformedResponseException;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.TransportException;

/**
 * EF.CardAccess, read in the clear before anything else. Reading it also shows whether card and reader know extended
 * APDUs, at a moment when a refusal costs one command and no key.
 *
 * @param content empty when the chip has no such file: then it knows BAC at most
 */
record CardAccess(Optional<byte[]> content, boolean extendedLength) {

    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;
    private static final int BY_FILE_ID = 0x02;
    private static final int BY_PATH_FROM_MASTER_FILE = 0x08;
    private static final int NO_DATA_BACK = 0x0C;
    private static final int END_OF_FILE = 0x6282;
    private static final int MAX_LENGTH = 4096;

    /** READ BINARY from offset 0, extended Le of 512. */
    private static final byte[] EXTENDED_READ = {0x00, (byte) READ_BINARY, 0x00, 0x00, 0x00, 0x02, 0x00};

    /** Never selects the master file by its id: some Vietnamese cards answer 6D00 to that. */
    static CardAccess read(CardLink link) throws TransportException {
        if (!select(link, BY_FILE_ID) && !select(link, BY_PATH_FROM_MASTER_FILE)) {
            return new CardAccess(Optional.empty(), false);
        }
        Optional<byte[]> extended = extendedRead(link);
        return new CardAccess(rest(link, extended), extended.isPresent());
    }

    /** By path for a card whose application is selected already: the file lies outside of it. */
    private static boolean select(CardLink link, int how) throws TransportException {
        byte[] id = {(byte) (ChipFile.CARD_ACCESS.fileId() >> 8), (byte) ChipFile.CARD_ACCESS.fileId()};
        return link.exchange(CommandApdu.of(0x00, SELECT, how, NO_DATA_BACK).withData(id))
                .isOk();
    }

    private static Optional<byte[]> extendedRead(CardLink link) throws TransportException {
        try {
            ResponseApdu answer = ResponseApdu.of(link.exchange(EXTENDED_READ));
            return isData(answer) ? Optional.of(answer.data()) : Optional.empty();
        } catch (CardMuteException | MalformedResponseException e) {
            // A reader that knows short APDUs only. A card that is really mute stays so at the next command.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> rest(CardLink link, Optional<byte[]> start) throws TransportException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(start.orElse(new byte[0]));
        while (file.size() < MAX_LENGTH) {
            Optional<Integer> length = FileLength.of(ChipFile.CARD_ACCESS, file.toByteArray());
            if (length.isPresent() && (length.get() > MAX_LENGTH || length.get() <= file.size())) {
                return length.filter(all -> all <= MAX_LENGTH).map(all -> Arrays.copyOf(file.toByteArray(), all));
            }
            ResponseApdu answer = link.exchange(CommandApdu.of(0x00, READ_BINARY, file.size() >> 8, file.size() & 0xFF)
                    .expecting(CommandApdu.MAX_EXPECTED));
            if (!isData(answer)) {
                return Optional.empty();
            }
            file.writeBytes(answer.data());
        }
        return Optional.empty();
    }

    private static boolean isData(ResponseApdu answer) {
        return answer.data().length > 0 && (answer.isOk() || answer.status().value() == END_OF_FILE);
    }
}
