package vn.tiepdon.server.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.tiepdon.server.checkin.NumbersTold;
import vn.tiepdon.server.checkin.NumbersTold.Told;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.handover.Takeover.State;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.numbers.QueueTransactions;

/**
 * Whoever has been told a number needs nobody any more. It is looked for after the check-in, on a thread of its own: no
 * patient waits for it, and a look that is lost leaves a line that staff close by hand.
 */
@Component
class HelpedPatients extends BackgroundWork {

    private static final int MOST_WAITING = 1_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TakeoverRows rows;
    private final Facilities facilities;
    private final QueueTransactions transactions;
    private final EventLog events;
    private final HospitalClock clock;
    private final BlockingQueue<NumbersTold> told = new ArrayBlockingQueue<>(MOST_WAITING);

    HelpedPatients(
            TakeoverRows rows,
            Facilities facilities,
            QueueTransactions transactions,
            EventLog events,
            HospitalClock clock) {
        super("helped-patients", PAUSE);
        this.rows = rows;
        this.facilities = facilities;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void told(NumbersTold numbers) {
        if (told.offer(numbers)) {
            nudge();
        }
    }

    @Override
    protected void round() {
        for (NumbersTold numbers = told.poll(); numbers != null && isRunning(); numbers = told.poll()) {
            helped(numbers);
        }
    }

    private void helped(NumbersTold numbers) {
        FacilityId facility = numbers.facility();
        Instant now = clock.now();
        BusinessDay day = facilities.get(facility).businessDayAt(now);
        List<PatientId> patients = numbers.told().stream().map(Told::patient).toList();
        if (rows.openOf(facility, day, patients).isEmpty()) {
            return;
        }
        transactions.run(() -> {
            boolean any = false;
            for (Takeover one : rows.openOf(facility, day, patients)) {
                any |= numbers.told().stream()
                        .filter(it -> one.patient().filter(it.patient()::equals).isPresent())
                        .anyMatch(it -> close(facility, one, it, now));
            }
            if (any) {
                events.append(facility, List.of(QueueEvent.ofHouse(EventKind.HANDOVER)), now);
            }
            return any;
        });
    }

    /** A number that came of the very check-in that had no answer was told to nobody: it stays listed, with the number. */
    private boolean close(FacilityId facility, Takeover one, Told told, Instant now) {
        if (told.desk().isPresent()) {
            return rows.close(
                    facility, one.closed(), Outcome.NUMBER, told.desk().get(), now);
        }
        boolean heard = one.checkIn().filter(told.checkIn()::equals).isEmpty();
        return heard && one.state() == State.WAITING && rows.close(facility, one.closed(), Outcome.DROPPED, null, now);
    }
}
