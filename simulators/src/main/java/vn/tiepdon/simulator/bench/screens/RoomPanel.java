package vn.tiepdon.simulator.bench.screens;

import java.net.URI;
import vn.tiepdon.simulator.harness.PanelView;
import vn.tiepdon.simulator.harness.StaffBrowser;
import vn.tiepdon.simulator.harness.StaffLogin;

/** A room in which somebody has signed in and calls one number after the other. */
final class RoomPanel {

    private final URI server;
    private final String room;
    private final StaffLogin staff;
    private StaffBrowser browser;
    private PanelView panel;

    RoomPanel(URI server, String room, StaffLogin staff) {
        this.server = server;
        this.room = room;
        this.staff = staff;
    }

    /** Has to be done again when the server was away: a login lives in one process. */
    void signIn() throws InterruptedException {
        browser = new StaffBrowser(server, staff);
        panel = PanelView.of(browser.get("/room/" + room));
    }

    /**
     * Calls the next one.
     *
     * @return the ticket that is called now; the same as before when nobody was left
     */
    String next() throws InterruptedException {
        panel = PanelView.of(browser.post("/room/" + room + "/next", panel.seen()));
        return panel.current().map(it -> it.ticket().toString()).orElse("");
    }
}
