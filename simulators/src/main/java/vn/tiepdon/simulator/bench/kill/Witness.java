package vn.tiepdon.simulator.bench.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Ticket;

/**
 * Notes what was sent and what was promised, in the memory of a process that nobody kills. Safe for many threads.
 *
 * <p>The first answer to an id is a promise; any other answer to it breaks that promise.
 */
final class Witness {

    private final Map<UUID, Attempt> open = new LinkedHashMap<>();
    private final Map<UUID, Attempt> settled = new LinkedHashMap<>();
    private final Map<UUID, Issued> promises = new LinkedHashMap<>();
    private int kills;
    private int cutOff;
    private int committedButCutOff;
    private int changed;
    private int refused;
    private Instant lastKill = Instant.MIN;

    /** Before the request leaves. */
    synchronized void sends(Attempt attempt) {
        open.put(attempt.checkInId(), attempt);
    }

    synchronized void answered(Attempt attempt, Ticket ticket) {
        Slot slot = new Slot(ticket.clinicCode(), ticket.businessDay(), ticket.number());
        Issued issued = new Issued(ticket.id(), slot, attempt.patient());
        Issued promised = promises.putIfAbsent(attempt.checkInId(), issued);
        if (promised == null) {
            open.remove(attempt.checkInId());
            settled.put(attempt.checkInId(), attempt);
            notifyAll();
            committedButCutOff += ticket.issuedAt().toInstant().isBefore(lastKill) ? 1 : 0;
        } else if (!promised.equals(issued)) {
            changed++;
        }
    }

    synchronized void refused(Attempt attempt) {
        open.remove(attempt.checkInId());
        refused++;
    }

    /** The server is gone: whatever is open now was cut off. */
    synchronized void killed(Instant at) {
        kills++;
        cutOff += open.size();
        lastKill = at;
    }

    synchronized List<Attempt> unanswered() {
        return List.copyOf(open.values());
    }

    /** The latest promises, which a crash endangers most, and some from the whole run. */
    synchronized List<Attempt> promisesToRepeat(int latest, int random, RandomGenerator choice) {
        List<Attempt> all = new ArrayList<>(settled.values());
        List<Attempt> repeat = new ArrayList<>(all.subList(Math.max(0, all.size() - latest), all.size()));
        for (int i = 0; i < random && !all.isEmpty(); i++) {
            repeat.add(all.get(choice.nextInt(all.size())));
        }
        return repeat;
    }

    /** Returns at the next new promise, or when the time is over. */
    synchronized void awaitPromise(Duration within) throws InterruptedException {
        int before = promises.size();
        long deadline = System.nanoTime() + within.toNanos();
        for (long left = within.toMillis(); left > 0 && promises.size() == before; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }

    synchronized int acknowledged() {
        return promises.size();
    }

    synchronized Findings judge(Ledger before, Ledger after) {
        Verdict verdict = new Verdict(List.copyOf(promises.values()), before, after);
        return new Findings(
                kills,
                promises.size(),
                cutOff,
                committedButCutOff,
                verdict.duplicates(),
                verdict.gaps(),
                verdict.lost(),
                changed,
                verdict.surplus(),
                open.size(),
                after.missingEvents(),
                after.torn(),
                refused);
    }
}
