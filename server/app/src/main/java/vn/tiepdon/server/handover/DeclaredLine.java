package vn.tiepdon.server.handover;

import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.queue.PriorityGround;

/** Somebody who says to go first, and whose papers nobody has seen. */
record DeclaredLine(String ticket, String number, Text clinic, String name, String code, List<PriorityGround> grounds) {

    @Override
    public String toString() {
        return "DeclaredLine[" + ticket + "]";
    }
}
