package vn.tiepdon.simulator.card.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualReaderSlot;

/** Moves one card by typed lines. */
final class CardConsole {

    private static final Pattern PRESENT_UNTIL = Pattern.compile("present +([0-9]{1,4})");
    private static final Pattern TEAR = Pattern.compile("tear +([1-9][0-9]{0,3})");

    private final VirtualReaderSlot slot;
    private final VirtualCard card;
    private final ConsoleWords words;
    private final PrintWriter out;

    CardConsole(VirtualReaderSlot slot, VirtualCard card, ConsoleWords words, PrintWriter out) {
        this.slot = slot;
        this.card = card;
        this.words = words;
        this.out = out;
    }

    /** Returns at {@code quit} or the end of the input. */
    void run(Reader typed) throws IOException {
        say("ready: " + help());
        BufferedReader lines = new BufferedReader(typed);
        for (String line = lines.readLine(); line != null && !line.strip().equals("quit"); line = lines.readLine()) {
            obey(line.strip());
        }
    }

    private void obey(String line) {
        Matcher until = PRESENT_UNTIL.matcher(line);
        Matcher tear = TEAR.matcher(line);
        if (until.matches()) {
            slot.presentUntil(card, Integer.parseInt(until.group(1)));
            say("presented, until its command " + until.group(1));
        } else if (tear.matches()) {
            int command = Integer.parseInt(tear.group(1));
            slot.presentTorn(card, command - 1);
            say("presented; carries its command " + command + " out and is gone before it answers");
        } else if (line.equals("present")) {
            slot.present(card);
            say("presented");
        } else if (line.equals("yank")) {
            int commands = slot.commands();
            slot.yank();
            say("pulled out after " + commands + " commands");
        } else if (!line.isEmpty()) {
            say(words.obey(line).orElse("not understood; " + help()));
        }
    }

    private String help() {
        return "present, yank, present N, tear N" + words.help() + ", quit";
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
