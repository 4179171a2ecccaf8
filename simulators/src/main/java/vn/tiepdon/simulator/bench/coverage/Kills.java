package vn.tiepdon.simulator.bench.coverage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.insurance.VirtualGateway;

/**
 * A server dies when the gateway has taken a record and before anybody has heard of it: the worst moment there is. Of two,
 * each in its turn, so that for one half it is the other one that hears.
 */
final class Kills {

    /** Patients for whom something is ordered each time; the record of one of them is on its way when the server dies. */
    static final int PATIENTS = 8;

    private static final int PATIENCE_SECONDS = 60;

    private final Servers servers;
    private final VirtualGateway gateway;
    private final Morning morning;

    Kills(Servers servers, VirtualGateway gateway, Morning morning) {
        this.servers = servers;
        this.gateway = gateway;
        this.morning = morning;
    }

    /**
     * @param first number of the first patient
     * @return how often it came to that
     */
    int run(int kills, int first) throws InterruptedException {
        Progress progress = new Progress("kill -9 before the receipt", kills);
        int done = 0;
        for (int kill = 0; kill < kills; kill++) {
            int from = first + kill * PATIENTS;
            done += once(servers.victim(kill), from) ? 1 : 0;
            // What was not answered is told again, as another system does.
            morning.order(from, from + PATIENTS);
            progress.done(kill + 1, "");
        }
        return done;
    }

    private boolean once(ServerProcess server, int from) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        gateway.whenNextRecordIsTaken(() -> {
            taken.countDown();
            await(dead);
        });
        Thread orders = new Thread(() -> order(from), "orders");
        orders.start();
        boolean caught = taken.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        server.kill9();
        dead.countDown();
        orders.interrupt();
        orders.join();
        server.start();
        return caught;
    }

    private void order(int from) {
        try {
            morning.tell(from, from + PATIENTS);
        } catch (InterruptedException dead) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
