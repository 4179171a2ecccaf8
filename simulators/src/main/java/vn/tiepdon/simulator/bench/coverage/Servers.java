package vn.tiepdon.simulator.bench.coverage;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** One server, or several on one database and one folder, where the keys are. */
final class Servers implements AutoCloseable {

    private final List<ServerProcess> all = new ArrayList<>();
    private boolean lastIsDead;

    Servers(Home home, ServerSettings settings, int count) {
        for (int server = 0; server < count; server++) {
            all.add(new ServerProcess(home, settings));
        }
    }

    /** One after the other: the first makes the hospital. */
    void start() throws InterruptedException {
        for (ServerProcess server : all) {
            server.start();
        }
    }

    List<Front> fronts(StaffLogin administrator) throws InterruptedException {
        List<Front> fronts = new ArrayList<>();
        for (ServerProcess server : all) {
            fronts.add(Front.at(server, administrator));
        }
        return fronts;
    }

    /** In turns. */
    ServerProcess victim(int kill) {
        return all.get(kill % all.size());
    }

    /** @return whether there was more than one */
    boolean killLast() {
        if (all.size() > 1) {
            all.get(all.size() - 1).kill9();
            lastIsDead = true;
        }
        return lastIsDead;
    }

    void reviveLast() throws InterruptedException {
        if (lastIsDead) {
            all.get(all.size() - 1).start();
            lastIsDead = false;
        }
    }

    @Override
    public void close() {
        all.forEach(ServerProcess::close);
    }
}
