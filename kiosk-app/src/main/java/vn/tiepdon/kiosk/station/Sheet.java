package vn.tiepdon.kiosk.station;

import java.util.List;

/** A report in words of one language, the most urgent first. */
public record Sheet(String language, List<Block> blocks) {

    /** How loud a line is; it says so in words too. */
    public enum Tone {
        PLAIN,
        GOOD,
        WARNING,
        DANGER
    }

    /**
     * @param kind what it is about, for the page's drawing: {@code holder}, {@code allergies} …
     * @param note whose word it is and how old; null when that is told elsewhere
     */
    public record Block(String kind, String title, String note, List<Line> lines) {}

    /** @param detail null when there is none */
    public record Line(Tone tone, String text, String detail) {

        static Line plain(String text, String detail) {
            return new Line(Tone.PLAIN, text, detail);
        }

        static Line warning(String text) {
            return new Line(Tone.WARNING, text, null);
        }
    }

    @Override
    public String toString() {
        return "Sheet[" + language + "]";
    }
}
