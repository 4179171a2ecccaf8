package vn.tiepdon.simulator.card.citizen;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** SELECT and READ BINARY (ICAO Doc 9303 part 10, 3.6), and who may read what. */
final class CardFiles {

    static final int CARD_ACCESS = 0x011C;
    static final int DG3 = 0x0103;

    private static final byte[] APPLICATION = HexFormat.of().parseHex("A0000002471001");
    private static final int FIRST_OF_ALL = 0x0100;
    private static final int OFFSET_OBJECT = 0x54;
    private static final int DATA_OBJECT = 0x53;

    private final Optional<byte[]> cardAccess;
    private final boolean cardAccessOutsideOnly;
    private final Map<Integer, byte[]> application;
    private boolean inApplication;
    private byte[] current;

    /**
     * @param cardAccess the one file that is free for all
     * @param application by file identifier
     */
    CardFiles(Optional<byte[]> cardAccess, boolean cardAccessOutsideOnly, Map<Integer, byte[]> application) {
        this.cardAccess = cardAccess;
        this.cardAccessOutsideOnly = cardAccessOutsideOnly;
        this.application = Map.copyOf(application);
    }

    boolean inApplication() {
        return inApplication;
    }

    CardAnswer selectMasterFile() {
        inApplication = false;
        current = null;
        return CardAnswer.of(CardAnswer.OK);
    }

    CardAnswer selectApplication(byte[] name) {
        if (!Arrays.equals(name, APPLICATION)) {
            return CardAnswer.of(CardAnswer.FILE_NOT_FOUND);
        }
        inApplication = true;
        current = null;
        return CardAnswer.of(CardAnswer.OK);
    }

    /** @param granted whether the reader has shown a key */
    CardAnswer select(int fileId, boolean granted) {
        int status = statusOf(fileId, granted);
        if (status == CardAnswer.OK) {
            current = contentOf(fileId);
        }
        return CardAnswer.of(status);
    }

    private int statusOf(int fileId, boolean granted) {
        if (fileId == CARD_ACCESS) {
            boolean visible = cardAccess.isPresent() && !(inApplication && cardAccessOutsideOnly);
            return visible ? CardAnswer.OK : CardAnswer.FILE_NOT_FOUND;
        }
        if (!inApplication) {
            return CardAnswer.FILE_NOT_FOUND;
        }
        if (!granted || fileId == DG3) {
            return CardAnswer.SECURITY_NOT_SATISFIED;
        }
        return application.containsKey(fileId) ? CardAnswer.OK : CardAnswer.FILE_NOT_FOUND;
    }

    private byte[] contentOf(int fileId) {
        return fileId == CARD_ACCESS ? cardAccess.orElseThrow() : application.get(fileId);
    }

    /** @param most the most bytes that one answer may hold */
    CardAnswer read(CardCommand command, boolean granted, int most) {
        boolean byShortId = (command.p1() & 0x80) != 0;
        int offset = byShortId ? command.p2() : command.p1p2();
        return readAt(byShortId ? command.p1() & 0x1F : 0, offset, command.expected(), granted, most);
    }

    /** READ BINARY with an odd instruction: the offset is a data object, and so are the data. */
    CardAnswer readOdd(CardCommand command, boolean granted, int most) {
        byte[] encoded = Tlv.parse(command.data()).get(OFFSET_OBJECT);
        if (encoded == null || encoded.length == 0 || encoded.length > 3) {
            return CardAnswer.of(CardAnswer.WRONG_DATA);
        }
        int offset = 0;
        for (byte part : encoded) {
            offset = offset << 8 | part & 0xFF;
        }
        int room = Math.min(command.expected(), most);
        int head = room < 0x82 ? 2 : room < 0x103 ? 3 : 4;
        CardAnswer answer = readAt(command.p2() & 0x1F, offset, Math.max(1, room - head), granted, most);
        return new CardAnswer(
                answer.data().length == 0 ? answer.data() : Tlv.of(DATA_OBJECT, answer.data()), answer.status());
    }

    private CardAnswer readAt(int shortId, int offset, int expected, boolean granted, int most) {
        if (shortId != 0) {
            CardAnswer selected = select(FIRST_OF_ALL | shortId, granted);
            if (selected.status() != CardAnswer.OK) {
                return selected;
            }
        }
        if (current == null) {
            return CardAnswer.of(granted ? CardAnswer.NO_CURRENT_FILE : CardAnswer.SECURITY_NOT_SATISFIED);
        }
        if (offset >= current.length) {
            return CardAnswer.of(CardAnswer.WRONG_OFFSET);
        }
        int left = current.length - offset;
        int count = Math.min(left, Math.min(expected, most));
        boolean allWasAsked = expected == CardCommand.SHORT_MAX || expected == CardCommand.EXTENDED_MAX;
        int status = left < expected && !allWasAsked ? CardAnswer.END_OF_FILE : CardAnswer.OK;
        return new CardAnswer(Arrays.copyOfRange(current, offset, offset + count), status);
    }

    /** What the session may no longer see is forgotten. */
    void sessionEnded() {
        if (current != null && (cardAccess.isEmpty() || current != cardAccess.get())) {
            current = null;
        }
    }

    void reset() {
        inApplication = false;
        current = null;
    }
}
