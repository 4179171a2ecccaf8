package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.StaffLogin;

/**
 * The desk's side of one batch: a person with a stack of blank cards who feeds several readers, one hand for all of them.
 * Safe for many threads.
 */
final class Batch {

    private static final int BOX = 1000;

    private final HospitalClient hospital;
    private final StaffLogin reception;
    private final StaffLogin administrator;
    private final String id;
    private final Queue<CardBlanks.Blank> stack = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final Turns personalising = new Turns();

    /** A card on a reader, and what it is to become. */
    record Job(UUID order, VirtualPatientCard card) {}

    Batch(HospitalClient hospital, StaffLogin reception, StaffLogin administrator, List<String> patients)
            throws InterruptedException {
        this.hospital = hospital;
        this.reception = reception;
        this.administrator = administrator;
        this.id = hospital.batch(reception, "Đo tốc độ", patients).orThrow().id();
        for (int left = patients.size(); left > 0; left -= BOX) {
            stack.addAll(hospital.blanks(administrator, Math.min(BOX, left))
                    .orThrow()
                    .blanks());
        }
    }

    /**
     * The next blank and the order for it; null when nobody waits. Whoever calls begins with it before anybody else asks.
     */
    Job next() throws InterruptedException {
        CardOrder order = hospital.nextOrder(reception, id).orThrow();
        return order == null ? null : new Job(order.id(), VirtualPatientCard.loaded(blank().installParameters()));
    }

    private CardBlanks.Blank blank() throws InterruptedException {
        CardBlanks.Blank next = stack.poll();
        return next != null
                ? next
                : hospital.blanks(administrator, 1).orThrow().blanks().get(0);
    }

    /** @return how far the order is by the server's books */
    CardOrder order(Job job) throws InterruptedException {
        return hospital.order(reception, job.order()).orThrow();
    }

    /** A card that its patient can use. */
    void finished() {
        made.incrementAndGet();
    }

    void finished(Turn turn) {
        personalising.add(turn);
        finished();
    }

    /** A card that came to nothing, or an order that did. */
    void fault() {
        faults.incrementAndGet();
    }

    int made() {
        return made.get();
    }

    Turns personalising() {
        return personalising;
    }

    /** Whatever is not a card in its patient's hand, by the server's books as well as by the cards themselves. */
    int faults(int patients) throws InterruptedException {
        CardBatch books = hospital.batch(reception, id).orThrow();
        return faults.get()
                + books.failed()
                + books.waiting()
                + books.unknown()
                + Math.abs(patients - books.issued())
                + Math.abs(patients - made.get());
    }

    /** @param spent on issuing alone */
    double perMinute(Duration spent) {
        return made.get() * 60_000.0 / spent.toMillis();
    }
}
