package vn.tiepdon.simulator.day;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import vn.tiepdon.simulator.harness.PanelView;
import vn.tiepdon.simulator.harness.StaffBrowser;

/** Whoever works in a room: calls, waits, asks in, sends on, and looks at the panel alone to know what is. */
final class Worker {

    private static final Duration WALK = Duration.ofSeconds(25);
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final Duration LOOK = Duration.ofMinutes(2);
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    private static final int CALLS = 2;
    private static final int UNANSWERED = 20;
    /** Of an examination, when the findings are there. */
    private static final double AFTER_FINDINGS = 0.4;

    private final RoomPlan plan;
    private final StaffBrowser browser;
    private final People people;
    private final HouseTime time;
    private final Agenda agenda;
    private final Consumer<String> arrived;
    private final Lobby lobby;
    private final Queue<Patient> atDoor = new ConcurrentLinkedQueue<>();
    private PanelView panel = new PanelView(Optional.empty(), List.of(), false, "");
    private Future<?> next;
    private boolean idle;
    private boolean paused;
    private boolean lunched;
    private int calls;
    private int unanswered;

    /** @param arrived is told the place that somebody has been sent to */
    Worker(
            RoomPlan plan,
            StaffBrowser browser,
            People people,
            HouseTime time,
            Agenda agenda,
            Consumer<String> arrived,
            Lobby lobby) {
        this.plan = plan;
        this.browser = browser;
        this.people = people;
        this.time = time;
        this.agenda = agenda;
        this.arrived = arrived;
        this.lobby = lobby;
    }

    RoomPlan plan() {
        return plan;
    }

    synchronized void begin() {
        then(time.at(plan.opens()), this::work);
    }

    /** The list on the panel has grown. */
    synchronized void nudge() {
        if (idle) {
            next.cancel(false);
            then(time.now(), this::work);
        }
    }

    private void then(Instant at, Agenda.Step step) {
        idle = false;
        next = agenda.at(at, () -> perform(step));
    }

    /** Who gets no answer looks again. */
    private synchronized void perform(Agenda.Step step) throws InterruptedException {
        try {
            step.run();
        } catch (UncheckedIOException noAnswer) {
            unanswered++;
            if (unanswered > UNANSWERED) {
                throw noAnswer;
            }
            then(time.now().plus(LOOK), () -> {
                panel = PanelView.of(browser.get("/room/" + plan.room() + "/panel"));
                step.run();
            });
        }
    }

    private void work() throws InterruptedException {
        Instant now = time.now();
        if (plan.pauses() != null && !paused && !now.isBefore(time.at(plan.pauses()))) {
            paused = true;
            post("pause", List.of(Map.entry("chosen", "Hội chẩn")));
            then(now.plusSeconds(60L * plan.pauseMinutes()), this::work);
        } else if (lunch(now, DayPlan.LUNCH_AT_LAST)) {
            then(time.at(DayPlan.AFTERNOON), this::work);
        } else {
            reopen();
            callNext();
        }
    }

    private boolean lunch(Instant now, LocalTime from) {
        boolean lunch =
                plan.examines() && !lunched && !now.isBefore(time.at(from)) && now.isBefore(time.at(DayPlan.AFTERNOON));
        lunched |= lunch;
        return lunch;
    }

    private void reopen() throws InterruptedException {
        for (Patient back = atDoor.poll(); back != null; back = atDoor.poll()) {
            panel = PanelView.of(browser.get("/room/" + plan.room() + "/panel"));
            UUID number = back.ticket().id();
            for (PanelView.Shown missed : panel.missed()) {
                if (missed.ticket().equals(number)) {
                    post(
                            "reopen",
                            List.of(
                                    Map.entry("missed", number.toString()),
                                    Map.entry("missedVersion", Integer.toString(missed.version()))));
                }
            }
            lobby.renew(back);
        }
    }

    private void callNext() throws InterruptedException {
        post("next", panel.seen());
        if (panel.current().isEmpty()) {
            Instant now = time.now();
            if (lunch(now, DayPlan.LUNCH)) {
                then(time.at(DayPlan.AFTERNOON), this::work);
            } else {
                then(now.plus(LOOK), this::work);
                idle = true;
            }
            return;
        }
        calls = 1;
        if (comes()) {
            then(time.now().plus(WALK), this::enter);
        } else {
            then(time.now().plus(PATIENCE), this::again);
        }
    }

    private void again() throws InterruptedException {
        if (comes()) {
            enter();
        } else if (calls < CALLS) {
            calls++;
            post("recall", panel.seen());
            then(time.now().plus(PATIENCE), this::again);
        } else {
            Patient absent = patient();
            post("miss", panel.seen());
            Instant back = absent.missed();
            if (back != null) {
                agenda.at(back, () -> knocks(absent));
            }
            work();
        }
    }

    private void knocks(Patient back) {
        if (back.waitsOutside()) {
            atDoor.add(back);
            nudge();
        }
    }

    private void enter() throws InterruptedException {
        post("enter", panel.seen());
        Patient patient = patient();
        double minutes = plan.minutes();
        if (patient != null) {
            boolean again = plan.examines() && patient.comesBack();
            minutes *= patient.stay() * (again ? AFTER_FINDINGS : 1);
        }
        Duration length = Duration.ofMillis((long) (minutes * 60_000));
        then(time.now().plus(length.compareTo(SHORTEST) < 0 ? SHORTEST : length), this::end);
    }

    private void end() throws InterruptedException {
        finish();
        work();
    }

    /** What becomes of the patient who is inside. */
    private void finish() throws InterruptedException {
        Patient patient = patient();
        if (patient == null || !plan.examines()) {
            done(false, patient != null);
            move(patient == null ? null : patient.moveOn());
        } else if (!patient.trips().isEmpty()) {
            List<String> trips = patient.trips();
            send(trips, true);
            move(patient.sent(trips, plan.clinic()));
        } else if (patient.transfer() != null) {
            String other = patient.transfer();
            send(List.of(other), false);
            move(patient.transferred(other));
        } else if (patient.coming().onward()) {
            done(true, true);
            move(patient.sent(List.of(House.CASHIER, House.PHARMACY), null));
        } else {
            done(false, true);
            patient.moveOn();
        }
    }

    /** A laboratory is not asked for a diagnosis. */
    private void done(boolean onward, boolean diagnosis) throws InterruptedException {
        post("done", panel.seen());
        if (panel.asking()) {
            List<Map.Entry<String, String>> answer = new ArrayList<>(panel.seen());
            answer.add(Map.entry("choice", diagnosis ? "" : "none"));
            answer.add(Map.entry("code", diagnosis ? "I10" : ""));
            answer.add(Map.entry("onward", Boolean.toString(onward)));
            post("diagnosis", answer);
        }
    }

    private void send(List<String> to, boolean back) throws InterruptedException {
        post("onward", panel.seen());
        List<Map.Entry<String, String>> answer = new ArrayList<>(panel.seen());
        to.forEach(place -> answer.add(Map.entry("to", place)));
        answer.add(Map.entry("order", String.join(",", to)));
        answer.add(Map.entry("back", Boolean.toString(back)));
        post("send", answer);
    }

    private void move(String place) {
        if (place != null) {
            arrived.accept(place);
        }
    }

    private boolean comes() {
        Patient patient = patient();
        return patient == null || patient.comes(time.now());
    }

    private Patient patient() {
        return panel.current().map(it -> people.of(it.ticket())).orElse(null);
    }

    private void post(String act, List<Map.Entry<String, String>> fields) throws InterruptedException {
        panel = PanelView.of(browser.post("/room/" + plan.room() + "/" + act, fields));
    }
}
