package vn.tiepdon.server.screen;

import java.util.List;
import vn.tiepdon.api.Text;

/**
 * What a call screen shows. Numbers only: whoever has the number knows who is meant, and nobody else needs to.
 *
 * @param calls called or inside, the newest call first
 */
record Board(List<Call> calls, List<Line> next, List<Line> missed) {

    /** @param calls how often the number was called */
    record Call(String ticket, String label, int calls, Text clinic, String room, Text place, boolean inside) {}

    /** @param room null when the clinic has several: which one it will be is not known before the call */
    record Line(String label, Text clinic, String room) {}
}
