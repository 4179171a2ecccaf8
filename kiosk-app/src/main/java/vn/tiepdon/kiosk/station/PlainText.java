package vn.tiepdon.kiosk.station;

import vn.tiepdon.kiosk.station.Sheet.Block;
import vn.tiepdon.kiosk.station.Sheet.Line;
import vn.tiepdon.kiosk.station.Sheet.Tone;

/** A sheet for a terminal: nothing but text, so that it can be read aloud or sent on. */
final class PlainText {

    private PlainText() {}

    static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        for (Block block : sheet.blocks()) {
            text.append(text.isEmpty() ? "" : "\n").append(clean(block.title())).append('\n');
            block.lines().forEach(line -> text.append(line(line)));
            if (block.note() != null) {
                text.append("    ").append(clean(block.note())).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(Line line) {
        String detail = line.detail() == null ? "" : " – " + clean(line.detail());
        return mark(line.tone()) + clean(line.text()) + detail + "\n";
    }

    private static String mark(Tone tone) {
        return switch (tone) {
            case DANGER -> "!!! ";
            case WARNING -> " !  ";
            case GOOD -> " ✓  ";
            case PLAIN -> "    ";
        };
    }

    /** What turns a line around on a terminal, or hides in it, has no business on a card either. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(it -> Character.getType(it) != Character.FORMAT && !Character.isISOControl(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
