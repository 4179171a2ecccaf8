package vn.tiepdon.server.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.tiepdon.server.checkin.NumbersTold;
import vn.tiepdon.server.checkin.NumbersTold.Told;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.handover.Takeover.State;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.QueueTransactions;

/**
 * Whoever has been told a number needs nobody any more. It is looked for after the check-in, on a thread of its own: no
 * patient waits for it, and a look that is lost leaves a line that staff close by hand.
 */
@Component
class HelpedPatients implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(HelpedPatients.class);
    private static final int MOST_WAITING = 1_000;

    private final TakeoverRows rows;
    private final Facilities facilities;
    private final QueueTransactions transactions;
    private final EventLog events;
    private final HospitalClock clock;
    private final ThreadPoolExecutor thread;

    HelpedPatients(
            TakeoverRows rows,
            Facilities facilities,
            QueueTransactions transactions,
            EventLog events,
            HospitalClock clock) {
        this.rows = rows;
        this.facilities = facilities;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                HelpedPatients::thread,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void told(NumbersTold numbers) {
        thread.execute(() -> {
            try {
                helped(numbers);
            } catch (RuntimeException lost) {
                log.warn(
                        "patients who were helped stay listed: {}",
                        lost.getClass().getSimpleName());
            }
        });
    }

    private void helped(NumbersTold numbers) {
        FacilityId facility = numbers.facility();
        Instant now = clock.now();
        BusinessDay day = facilities.get(facility).businessDayAt(now);
        Map<PatientId, Told> byPatient = numbers.told().stream()
                .collect(Collectors.toMap(Told::patient, Function.identity(), (one, other) -> other));
        if (rows.openOf(facility, day, byPatient.keySet()).isEmpty()) {
            return;
        }
        transactions.run(() -> {
            boolean any = false;
            for (Takeover one : rows.openOf(facility, day, byPatient.keySet())) {
                any |= close(facility, one, byPatient.get(one.patient().orElseThrow()), now);
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

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "helped-patients");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
