package vn.tiepdon.card.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * Plays a {@link Recording} back: each command must be the next recorded one, byte for byte. After the last line, or on
 * another command, the card is mute.
 */
public final class Replay implements Transport {

    private final Deque<String> lines;

    /** @param lines a recording; empty lines and lines that start with # are skipped */
    public Replay(List<String> lines) {
        this.lines = new ArrayDeque<>(lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .toList());
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        String expected = "> " + HexFormat.of().withUpperCase().formatHex(commandApdu);
        if (!expected.equals(lines.peekFirst())) {
            throw new CardMuteException(null);
        }
        lines.removeFirst();
        String answer = lines.isEmpty() ? "" : lines.removeFirst();
        if (answer.startsWith("< ")) {
            return HexFormat.of().parseHex(answer, 2, answer.length());
        }
        throw answer.endsWith(CardRemovedException.class.getSimpleName())
                ? new CardRemovedException(null)
                : new CardMuteException(null);
    }
}
