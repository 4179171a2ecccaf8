package vn.tiepdon.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.device.DeviceSessions;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.testing.EventListener;
import vn.tiepdon.server.testing.EventListener.Heard;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class EventPromises {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    EventLog log;

    @Autowired
    EventSettings settings;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TransactionTemplate transactions;

    TestHospital hospital;
    TestHospital.Enrolled screen;
    ClinicId heart;

    @BeforeEach
    void aHospitalWithAScreen() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 10);
        hospital.clinic("PHOI", 10);
        screen = hospital.screen("TIM");
        log.begin(hospital.id());
    }

    private void happen(ClinicId clinic, int... numbers) {
        List<QueueEvent> events = IntStream.of(numbers)
                .mapToObj(number -> QueueEvent.of(
                        EventKind.TICKET_CALLED,
                        clinic,
                        new TicketRef(UUID.randomUUID(), number, "%03d".formatted(number)),
                        new Door(new RoomId(1), "12"),
                        1))
                .toList();
        transactions.executeWithoutResult(status -> log.append(hospital.id(), events, Instant.now()));
    }

    @Test
    void manyWritersLeaveNoHoleAndEveryWatcherHearsTheSameOrder() throws Exception {
        try (EventListener first = new EventListener(port, screen, "0");
                EventListener second = new EventListener(port, screen, "0")) {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int w = 0; w < 8; w++) {
                int base = w * 100;
                writers.add(() -> {
                    for (int i = 0; i < 10; i++) {
                        happen(heart, base + 2 * i + 1, base + 2 * i + 2);
                    }
                    return true;
                });
            }
            Together.run(writers);
            List<Heard> one = take(first, 160);
            assertThat(one).extracting(Heard::seq).containsExactlyElementsOf(seqs(1, 160));
            assertThat(take(second, 160)).isEqualTo(one);
        }
    }

    @Test
    void whatWasRolledBackNeverHappened() throws Exception {
        happen(heart, 1);
        transactions.executeWithoutResult(status -> {
            log.append(
                    hospital.id(),
                    List.of(QueueEvent.of(
                            EventKind.TICKET_ISSUED, heart, new TicketRef(UUID.randomUUID(), 2, "002"), null, 0)),
                    Instant.now());
            status.setRollbackOnly();
        });
        happen(heart, 3);
        try (EventListener watcher = new EventListener(port, screen, "0")) {
            assertThat(take(watcher, 2)).extracting(Heard::seq).containsExactly(1L, 2L);
        }
    }

    @Test
    void aWatcherWhoComesBackMissesNothingAndHearsNothingTwice() throws Exception {
        happen(heart, 1, 2, 3);
        long last;
        try (EventListener watcher = new EventListener(port, screen, "0")) {
            last = take(watcher, 2).get(1).seq();
        }
        happen(heart, 4, 5);
        try (EventListener watcher = new EventListener(port, screen, Long.toString(last))) {
            assertThat(take(watcher, 3)).extracting(Heard::seq).containsExactly(3L, 4L, 5L);
            happen(heart, 6);
            assertThat(watcher.next().seq()).isEqualTo(6);
        }
    }

    @Test
    void aNewWatcherHearsOnlyWhatComes() throws Exception {
        happen(heart, 1, 2);
        for (String nonsense : new String[] {null, "quá", "99999999999999999999", "-1"}) {
            try (EventListener watcher = new EventListener(port, screen, nonsense)) {
                assertThat(watcher.any().kind()).isEqualTo("heartbeat");
            }
        }
    }

    @Test
    void aScreenHearsOnlyItsClinicsAndItsHeartbeatCarriesTheSequencePastTheOthers() throws Exception {
        ClinicId lungs = new ClinicId(2);
        try (EventListener watcher = new EventListener(port, screen, "0")) {
            happen(lungs, 1, 2, 3);
            happen(heart, 1);
            assertThat(watcher.next().seq()).isEqualTo(4);
            happen(lungs, 4);
            Heard heartbeat = watcher.any();
            while (heartbeat.seq() < 5) {
                heartbeat = watcher.any();
            }
            assertThat(heartbeat.kind()).isEqualTo("heartbeat");
        }
    }

    @Test
    void anEventTellsNothingButNumberAndRoom() throws Exception {
        try (EventListener watcher = new EventListener(port, screen, "0")) {
            happen(heart, 7);
            assertThat(watcher.next().data())
                    .matches("\\{\"ticket\":\"[0-9a-f-]{36}\",\"number\":7,\"label\":\"007\",\"room\":\"12\","
                            + "\"calls\":1,\"at\":\"[0-9TZ:.-]+\"}");
        }
    }

    @Test
    void aWatcherTooFarBehindOrAheadIsToldToLookAfresh() throws Exception {
        int many = settings.backlog() + 1;
        for (int i = 0; i < many; i += 100) {
            happen(heart, IntStream.range(i, Math.min(i + 100, many)).toArray());
        }
        for (String elsewhere : new String[] {"0", "123456789"}) {
            try (EventListener watcher = new EventListener(port, screen, elsewhere)) {
                Heard first = watcher.next();
                assertThat(first.kind()).isEqualTo("reset");
                assertThat(first.seq()).isEqualTo(many);
            }
        }
        try (EventListener watcher = new EventListener(port, screen, "1")) {
            assertThat(take(watcher, many - 1)).extracting(Heard::seq).containsExactlyElementsOf(seqs(2, many));
        }
    }

    @Test
    void aWatcherWhoReadsNothingIsLetGoAndDelaysNobody() throws Exception {
        int before = subscriptions.open().size();
        try (Socket sleeper = new Socket("localhost", port);
                EventListener awake = new EventListener(port, screen, "0")) {
            sleeper.setReceiveBufferSize(1024);
            OutputStream out = sleeper.getOutputStream();
            out.write(("GET /screen/" + screen.device().id().value() + "/events?after=0 HTTP/1.1\r\nHost: localhost\r\n"
                            + "Cookie: " + DeviceSessions.SCREEN_COOKIE + "=" + screen.token() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            int told = 0;
            // Until the sleeper's buffers, the kernel's and ours, are full: then it must go.
            while (told == 0 || (subscriptions.open().size() > before + 1 && told < 200_000)) {
                happen(heart, IntStream.range(told, told + 200).toArray());
                List<Heard> batch = take(awake, 200);
                told += 200;
                assertThat(batch.get(199).seq()).isEqualTo(told);
            }
            assertThat(told).isLessThan(200_000);
        }
    }

    private static List<Long> seqs(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Heard> take(EventListener watcher, int count) throws InterruptedException {
        List<Heard> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(watcher.next());
        }
        return taken;
    }
}

@OnH2
class EventOnH2Test extends EventPromises {}

@OnPostgres
class EventOnPostgresTest extends EventPromises {}
