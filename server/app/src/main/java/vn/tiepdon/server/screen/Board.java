package vn.tiepdon.server.screen;

import java.util.List;
import vn.tiepdon.api.Text;

/**
 * What a call screen shows. Whoever has the number knows who is meant, and nobody else needs to: names are masked, and
 * there are none unless the hospital wants them.
 *
 * @param alone of the only clinic that the screen calls for; null when there are several
 * @param pages of the others, to be shown in turn
 * @param newest the latest call of all; null when nobody is called
 * @param notices lines for everybody in the hall
 */
record Board(Panel alone, List<Page> pages, Call newest, List<Text> notices) {

    /**
     * One clinic.
     *
     * @param wide with so many doors that it takes a whole row
     * @param calls called or inside, the newest call first
     */
    record Panel(Text clinic, boolean wide, List<Call> calls, List<Line> next, List<Line> missed) {

        boolean empty() {
            return calls.isEmpty() && next.isEmpty() && missed.isEmpty();
        }
    }

    /** What is seen at the same time. */
    record Page(List<Panel> panels) {}

    /**
     * @param calls how often the number was called
     * @param room as on the door; empty when the clinic has none
     * @param name masked; null when none is shown
     */
    record Call(
            String ticket,
            String label,
            int calls,
            Text clinic,
            String room,
            Doorway doorway,
            boolean inside,
            String name) {}

    /** @param room null when the clinic has several: which one it will be is not known before the call */
    record Line(String label, String room, Doorway doorway) {}
}
