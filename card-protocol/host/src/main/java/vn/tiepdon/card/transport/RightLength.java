package vn.tiepdon.card.transport;

import java.util.Arrays;

/** Asks again, once, with the length that a card names with 6Cxx. Extended commands have no room for it and stay. */
public final class RightLength implements Transport {

    private static final int WRONG_LENGTH = 0x6C;
    private static final int HEADER = 4;

    private final Transport next;

    public RightLength(Transport next) {
        this.next = next;
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        byte[] answer = next.transmit(commandApdu);
        if (answer.length != 2 || (answer[0] & 0xFF) != WRONG_LENGTH || isExtended(commandApdu)) {
            return answer;
        }
        return next.transmit(withExpected(commandApdu, answer[1]));
    }

    private static boolean isExtended(byte[] command) {
        return command.length > HEADER + 1 && command[HEADER] == 0;
    }

    private static byte[] withExpected(byte[] command, byte le) {
        boolean endsWithLe = command.length == HEADER + 1
                || command.length > HEADER + 1 && command.length == HEADER + 2 + (command[HEADER] & 0xFF);
        byte[] corrected = endsWithLe ? command.clone() : Arrays.copyOf(command, command.length + 1);
        corrected[corrected.length - 1] = le;
        return corrected;
    }
}
