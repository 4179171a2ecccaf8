package vn.tiepdon.simulator.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.Reply;

/** The hall with its kiosks: who comes takes a number, and asks again now and then how long it will take. */
final class Lobby {

    private static final Duration ASK_EVERY = Duration.ofMinutes(10);
    /** Of the people, one in so many asks again. */
    private static final int ASKS = 2;

    private static final int SENT_AGAIN = 40;

    private final List<KioskClient> kiosks;
    private final People people;
    private final HouseTime time;
    private final Agenda agenda;
    private final Consumer<String> arrived;
    private final Queue<Given> given = new ConcurrentLinkedQueue<>();

    private record Given(KioskClient kiosk, UUID id, CheckInRequest wish, Ticket ticket) {}

    /** @param arrived is told the clinic in which somebody waits */
    Lobby(List<KioskClient> kiosks, People people, HouseTime time, Agenda agenda, Consumer<String> arrived) {
        this.kiosks = kiosks;
        this.people = people;
        this.time = time;
        this.agenda = agenda;
        this.arrived = arrived;
    }

    /** @param first who goes first, by hospital code */
    void open(List<Coming> comings, Map<String, Boolean> first) {
        for (int i = 0; i < comings.size(); i++) {
            Coming coming = comings.get(i);
            KioskClient kiosk = kiosks.get(i % kiosks.size());
            boolean asks = i % ASKS == 0;
            agenda.at(time.at(coming.at()), () -> {
                Patient patient = checkIn(kiosk, coming, first.get(coming.patient()));
                if (patient != null && asks) {
                    agenda.at(time.now().plus(ASK_EVERY), () -> ask(kiosk, patient));
                }
            });
        }
    }

    /** @return null when no number was given */
    private Patient checkIn(KioskClient kiosk, Coming coming, boolean goesFirst) throws InterruptedException {
        if (kiosk.identify(new Presentation.TypedNumber(coming.patient()))
                instanceof Reply.Answered<Identification> known) {
            UUID id = UUID.randomUUID();
            CheckInRequest wish = new CheckInRequest(known.value().id(), coming.clinic());
            if (kiosk.checkIn(id, wish) instanceof Reply.Answered<CheckIn> answer) {
                Ticket ticket = answer.value().ticket();
                given.add(new Given(kiosk, id, wish, ticket));
                Patient patient = new Patient(coming, goesFirst, ticket);
                people.add(patient);
                arrived.accept(coming.clinic());
                return patient;
            }
        }
        people.turnedAway();
        return null;
    }

    /** Somebody knocks too late for a number that was missed: there is another one at the kiosk. */
    void renew(Patient late) throws InterruptedException {
        KioskClient kiosk = kiosks.get(0);
        if (openTickets(kiosk, late).isEmpty()) {
            late.takesAnother();
            checkIn(kiosk, late.coming().attentive(), late.goesFirst());
        }
    }

    /** As long as the number waits where it was taken. */
    private void ask(KioskClient kiosk, Patient patient) throws InterruptedException {
        if (patient.called()) {
            return;
        }
        Instant now = time.now();
        openTickets(kiosk, patient).stream()
                .filter(it -> it.state() == Ticket.State.WAITING)
                .forEach(it -> patient.told(new Patient.Told(now, it.expectedWait())));
        agenda.at(now.plus(ASK_EVERY), () -> ask(kiosk, patient));
    }

    /** What a kiosk says of somebody's number. */
    List<String> standing(Patient patient) throws InterruptedException {
        return openTickets(kiosks.get(0), patient).stream()
                .map(it -> it.state() + " " + it.clinicCode())
                .toList();
    }

    /** How many of those who are served hold a number that still stands. */
    int stillOpen() throws InterruptedException {
        int open = 0;
        for (Patient patient : people.all()) {
            open += patient.served() ? openTickets(kiosks.get(0), patient).size() : 0;
        }
        return open;
    }

    private static List<Ticket> openTickets(KioskClient kiosk, Patient patient) throws InterruptedException {
        return kiosk.identify(new Presentation.TypedNumber(patient.coming().patient()))
                        instanceof Reply.Answered<Identification> known
                ? known.value().openTickets().stream()
                        .filter(it -> it.id().equals(patient.ticket().id()))
                        .toList()
                : List.of();
    }

    /** Some check-ins sent again under their old ids. @return answers that are no longer what they were */
    int changed() throws InterruptedException {
        int step = Math.max(1, given.size() / SENT_AGAIN);
        int changed = 0;
        int at = 0;
        for (Given one : given) {
            if (at++ % step == 0) {
                boolean same = one.kiosk().checkIn(one.id(), one.wish()) instanceof Reply.Answered<CheckIn> again
                        && again.value().ticket().equals(one.ticket());
                changed += same ? 0 : 1;
            }
        }
        return changed;
    }
}
