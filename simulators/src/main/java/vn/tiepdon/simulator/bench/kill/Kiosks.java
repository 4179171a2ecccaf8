package vn.tiepdon.simulator.bench.kill;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.Reply;

/** Many kiosks at once, each with its own token, as fast as the server lets them. */
final class Kiosks {

    private static final int TRIES = 5;

    private final List<KioskClient> kiosks;
    private final Arrivals arrivals;
    private final Witness witness;

    Kiosks(List<KioskClient> kiosks, Arrivals arrivals, Witness witness) {
        this.kiosks = kiosks;
        this.arrivals = arrivals;
        this.witness = witness;
    }

    /** All kiosks at work until the server is gone. */
    Rush rush() {
        return new Rush(IntStream.range(0, kiosks.size())
                .<Callable<Void>>mapToObj(kiosk -> () -> serve(kiosk))
                .toList());
    }

    /** As a real kiosk does it: everything unanswered is sent again under its old id. */
    void resendUnanswered() throws InterruptedException {
        for (Attempt attempt : witness.unanswered()) {
            for (int i = 0; i < TRIES && send(attempt) instanceof Reply.Unanswered; i++) {
                continue;
            }
        }
    }

    /** Ids that have their answer must get the same one for ever. */
    void repeatAnswered(int latest, int random, RandomGenerator choice) throws InterruptedException {
        for (Attempt attempt : witness.promisesToRepeat(latest, random, choice)) {
            send(attempt);
        }
    }

    private Void serve(int kiosk) throws InterruptedException {
        boolean serverAlive = true;
        while (serverAlive) {
            serverAlive = checkIn(kiosk, arrivals.next());
        }
        return null;
    }

    private boolean checkIn(int kiosk, Arrivals.Arrival arrival) throws InterruptedException {
        Reply<Identification> reply = kiosks.get(kiosk).identify(new Presentation.TypedNumber(arrival.patient()));
        if (reply instanceof Reply.Unanswered) {
            return false;
        }
        if (reply instanceof Reply.Refused<Identification> refused && refused.status() >= 500) {
            return true; // busy: the next patient has more luck
        }
        UUID identification = reply.orThrow().id();
        for (String clinic : arrival.clinics()) {
            CheckInRequest request = new CheckInRequest(identification, clinic);
            Attempt attempt = new Attempt(UUID.randomUUID(), kiosk, arrival.patient(), request);
            witness.sends(attempt);
            if (send(attempt) instanceof Reply.Unanswered) {
                return false;
            }
        }
        return true;
    }

    private Reply<CheckIn> send(Attempt attempt) throws InterruptedException {
        Reply<CheckIn> reply = kiosks.get(attempt.kiosk()).checkIn(attempt.checkInId(), attempt.request());
        if (reply instanceof Reply.Answered<CheckIn> answered) {
            witness.answered(attempt, answered.value().ticket());
        } else if (reply instanceof Reply.Refused<CheckIn> refused && refused.status() < 500) {
            witness.refused(attempt); // anything above says nothing about the ticket: it stays open and is sent again
        }
        return reply;
    }
}
