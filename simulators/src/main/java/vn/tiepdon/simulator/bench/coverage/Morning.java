package vn.tiepdon.simulator.bench.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.tiepdon.api.exchange.NewFirstCharge;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.simulator.harness.NotAnsweredException;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.Reply;
import vn.tiepdon.simulator.insurance.VirtualGateway;

/**
 * Patients one after the other: identified, given a number, and something ordered for each. An identification that asks the
 * gateway takes turns with one of a patient whose answer is known, so that a noisy minute hits both. Patients come at a
 * pace: if each came when the one before is done, a gateway that is down, and so answers sooner, would be met by the most.
 */
final class Morning {

    static final int WARM_UPS = 30;

    private static final double MILLION = 1e6;
    private static final int THIRD = 3;
    private static final int TOLD_MOST = 20;
    private static final long TOLD_AGAIN_MILLIS = 500;

    private final List<Front> fronts;
    private final VirtualGateway gateway;
    private final int gatewayMillis;
    private final List<Double> asking = new ArrayList<>();
    private final List<Double> known = new ArrayList<>();
    private double longest;
    private int received;
    private int unverified;
    private int inOutage;
    private int unverifiedOtherwise;
    /** So many of the fronts have a server. */
    private int open;

    Morning(List<Front> fronts, VirtualGateway gateway, int gatewayMillis) {
        this.fronts = List.copyOf(fronts);
        this.open = fronts.size();
        this.gateway = gateway;
        this.gatewayMillis = gatewayMillis;
    }

    /** The first patients count for nothing but as those whose answer is known. */
    void warmUp() throws InterruptedException {
        for (int patient = 1; patient <= WARM_UPS; patient++) {
            identify(patient);
            identify(patient);
        }
    }

    /** @param afterOutage returns whether the last front's server is gone from then on */
    void run(int patients, Duration pace, Duration outage, BooleanSupplier afterOutage) throws InterruptedException {
        Progress progress = new Progress("patients", patients);
        progress.done(0, "");
        long down = 0;
        for (int i = 1; i <= patients; i++) {
            long next = System.nanoTime() + pace.toNanos();
            if (i == patients / THIRD) {
                gateway.down(true);
                down = System.nanoTime();
            }
            if (down != 0 && System.nanoTime() - down > outage.toNanos()) {
                endOutage(afterOutage);
                down = 0;
            }
            patient(WARM_UPS + i, i % WARM_UPS + 1, down != 0);
            progress.done(i, unverified + " not verified at once");
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        if (down != 0) {
            endOutage(afterOutage);
        }
    }

    private void endOutage(BooleanSupplier afterOutage) {
        gateway.down(false);
        open = afterOutage.getAsBoolean() ? fronts.size() - 1 : fronts.size();
    }

    /** Every front has its server again. */
    void reopen() {
        open = fronts.size();
    }

    private Front front(int patient) {
        return fronts.get(patient % open);
    }

    private void patient(int number, int knownOne, boolean down) throws InterruptedException {
        inOutage += down ? 1 : 0;
        long began = System.nanoTime();
        Identification asked = identify(number);
        double took = (System.nanoTime() - began) / MILLION;
        began = System.nanoTime();
        identify(knownOne);
        known.add((System.nanoTime() - began) / MILLION);
        if (asked == null) {
            return;
        }
        longest = Math.max(longest, took);
        if (asked.coverage() == null || asked.coverage().standing() == Coverage.Standing.NOT_VERIFIED) {
            unverified++;
            unverifiedOtherwise += down ? 0 : 1;
        } else {
            asking.add(took);
        }
        if (numbered(number, asked)) {
            received++;
        }
        order(number, number + 1);
    }

    /** Something is ordered for these patients, and told until the server has heard it. */
    void order(int from, int until) throws InterruptedException {
        for (int number = from; number < until; number++) {
            for (int i = 0; i < TOLD_MOST && !told(number); i++) {
                Thread.sleep(TOLD_AGAIN_MILLIS);
            }
        }
    }

    /** The same, told once each. */
    void tell(int from, int until) throws InterruptedException {
        for (int number = from; number < until; number++) {
            told(number);
        }
    }

    private boolean told(int number) throws InterruptedException {
        Instant now = Instant.now();
        NewFirstCharge charge = new NewFirstCharge(
                code(number), null, "1.1", null, "SERVICE", "02.03", "Khám bệnh", now.minusSeconds(300), now);
        return front(number).system().firstCharge(charge) instanceof Reply.Answered<?>;
    }

    private Identification identify(int patient) throws InterruptedException {
        try {
            return front(patient)
                    .kiosk()
                    .identify(new Presentation.TypedNumber(code(patient)))
                    .orThrow();
        } catch (NotAnsweredException refused) {
            return null;
        }
    }

    private boolean numbered(int patient, Identification who) throws InterruptedException {
        try {
            String clinic = who.clinics().get(0).code();
            front(patient)
                    .kiosk()
                    .checkIn(UUID.randomUUID(), new CheckInRequest(who.id(), clinic))
                    .orThrow();
            return true;
        } catch (NotAnsweredException refused) {
            return false;
        }
    }

    private static String code(int patient) {
        return "BN%06d".formatted(patient);
    }

    int received() {
        return received;
    }

    int unverified() {
        return unverified;
    }

    /** Patients who came while the gateway was down. */
    int inOutage() {
        return inOutage;
    }

    /** Not verified at once although the gateway was up. */
    int unverifiedOtherwise() {
        return unverifiedOtherwise;
    }

    /** What an answered question adds beyond the gateway's own time. */
    double added(double share) {
        return at(asking, share) - at(known, share) - gatewayMillis;
    }

    /** Of a patient whose answer is known. */
    double known(double share) {
        return at(known, share);
    }

    double longest() {
        return longest - at(known, 0.5);
    }

    private static double at(List<Double> times, double share) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
    }
}
