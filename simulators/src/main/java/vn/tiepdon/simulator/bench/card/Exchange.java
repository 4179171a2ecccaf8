package vn.tiepdon.simulator.bench.card;

import java.time.Duration;
import vn.tiepdon.simulator.card.citizen.CardTiming;

/**
 * One command and its answer. The header of a command is readable under secure messaging too.
 *
 * @param commandBytes as sent, protection included
 * @param answerBytes likewise, with the status word
 * @param steps of the card's crypto unit
 */
public record Exchange(int instruction, int p1, int commandBytes, int answerBytes, int steps) {

    private static final int READ_BINARY = 0xB0;
    private static final int SHORT_FILE_ID = 0x80;

    /** @return what people call it */
    String kind() {
        return switch (instruction) {
            case 0x22 -> "MANAGE SECURITY ENVIRONMENT";
            case 0x82 -> "EXTERNAL AUTHENTICATE";
            case 0x84 -> "GET CHALLENGE";
            case 0x86 -> "GENERAL AUTHENTICATE";
            case 0x88 -> "INTERNAL AUTHENTICATE";
            case 0xA4 -> p1 == 0x04 ? "SELECT application" : "SELECT file";
            case READ_BINARY, 0xB1 -> "READ BINARY";
            default -> "%02X".formatted(instruction);
        };
    }

    /** @return whether it begins to read a file that it names by its short identifier, 1 to 30 */
    boolean opens(int shortId) {
        return instruction == READ_BINARY && p1 == (SHORT_FILE_ID | shortId);
    }

    public Duration time(CardTiming timing) {
        return timing.of(commandBytes, answerBytes, steps);
    }
}
