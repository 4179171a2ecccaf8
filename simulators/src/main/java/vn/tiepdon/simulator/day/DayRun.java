package vn.tiepdon.simulator.day;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.simulator.harness.HallListener;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.StaffBrowser;
import vn.tiepdon.simulator.harness.StaffLogin;

/** One day at one server, from the first number to the last medicine. */
public final class DayRun {

    private static final int KIOSKS = 3;
    private static final Duration TELL_EVERY = Duration.ofMinutes(30);
    private static final long LOOK_MS = 100;
    /** Until the hall has heard the last call. */
    private static final long HEARD_MS = 1500;

    private final URI server;
    private final String password;
    private final int speed;
    private final long seed;
    private final int patients;
    private final PrintStream out;
    private final People people = new People();

    /**
     * @param password of the server's staff
     * @param speed of its clock; 0 for one that is to be asked
     * @param patients the first so many of the invented hospital
     * @param out is told how the day goes
     */
    public DayRun(URI server, String password, int speed, long seed, int patients, PrintStream out) {
        this.server = server;
        this.password = password;
        this.speed = speed;
        this.seed = seed;
        this.patients = patients;
        this.out = out;
    }

    /** @throws IllegalStateException when the server does what it should not */
    public DayOutcome run() throws InterruptedException {
        HospitalClient hospital = new HospitalClient(server);
        StaffLogin administrator = StaffLogin.administrator(password);
        List<KioskClient> kiosks = new ArrayList<>();
        for (int i = 1; i <= KIOSKS; i++) {
            kiosks.add(hospital.newKiosk(administrator, "Kiosk mô phỏng " + i));
        }
        DayPlan plan = DayPlan.of(seed, codes());
        EnrolmentGrant screen = screen(hospital, administrator, plan);
        HouseTime asked = HouseTime.of(kiosks.get(0), speed);
        Map<String, Boolean> first = prepare(plan, asked);
        HouseTime time = asked.openingNow();
        out.printf("%s at %d times the speed, seed %d%n", time.day(), time.speed(), seed);
        try (HallListener hall = new HallListener(server, screen);
                Agenda agenda = new Agenda(time)) {
            Map<String, List<Worker>> workers = new ConcurrentHashMap<>();
            Consumer<String> arrived = place ->
                    workers.getOrDefault(place, List.of()).forEach(worker -> agenda.at(time.now(), worker::nudge));
            Lobby lobby = new Lobby(kiosks, people, time, agenda, arrived);
            StaffBrowser browser = new StaffBrowser(server, StaffLogin.room(password));
            for (RoomPlan room : plan.rooms()) {
                workers.computeIfAbsent(room.clinic(), clinic -> new ArrayList<>())
                        .add(new Worker(room, browser, people, time, agenda, arrived, lobby));
            }
            workers.values().forEach(each -> each.forEach(Worker::begin));
            lobby.open(plan.comings(), first);
            await(plan, time, agenda);
            Thread.sleep(HEARD_MS);
            for (Patient left : people.left()) {
                out.printf("%s was not served: %s%n", left.ticket().label(), lobby.standing(left));
            }
            return DayOutcome.of(plan, people, hall, lobby, agenda.behind());
        }
    }

    private static EnrolmentGrant screen(HospitalClient hospital, StaffLogin administrator, DayPlan plan)
            throws InterruptedException {
        List<String> clinics =
                plan.rooms().stream().map(RoomPlan::clinic).distinct().toList();
        NewDevice screen = new NewDevice(DeviceKind.SCREEN, "Màn hình mô phỏng", clinics);
        String code = hospital.invite(administrator, screen).orThrow().enrolmentCode();
        return hospital.enrol(code).orThrow();
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 1; i <= patients; i++) {
            codes.add("BN%06d".formatted(i));
        }
        return codes;
    }

    /** @return by hospital code who goes first */
    private Map<String, Boolean> prepare(DayPlan plan, HouseTime time) throws InterruptedException {
        Reception reception = new Reception(new StaffBrowser(server, StaffLogin.reception(password)), time.day());
        Map<String, Boolean> first = new HashMap<>();
        for (Coming coming : plan.comings()) {
            first.put(coming.patient(), reception.goesFirst(coming.patient()));
            if (coming.appointment()) {
                reception.book(coming);
            }
        }
        return first;
    }

    private void await(DayPlan plan, HouseTime time, Agenda agenda) throws InterruptedException {
        Instant tell = time.at(DayPlan.OPENS);
        Instant end = time.at(DayPlan.ENDS);
        while (!people.over(plan.comings().size()) && time.now().isBefore(end)) {
            agenda.check();
            if (!time.now().isBefore(tell)) {
                int came = people.came();
                int left = people.served() + people.gone();
                out.printf(
                        "%s  %d came, %d served, %d gone, %d in the house; this machine %d s behind%n",
                        tell.atZone(time.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                        came,
                        people.served(),
                        people.gone(),
                        came - left,
                        agenda.behind().toSeconds());
                tell = tell.plus(TELL_EVERY);
            }
            Thread.sleep(LOOK_MS);
        }
        agenda.check();
    }
}
