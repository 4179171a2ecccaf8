package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;

class CheckInOutboxTest {

    private static final Duration PATIENCE = Duration.ofMillis(900);

    @TempDir
    Path folder;

    private TinyServer server;
    private HttpReception reception;

    @BeforeEach
    void kiosk() throws Exception {
        Files.writeString(
                folder.resolve("device.json"), "{\"deviceId\":\"kiosk-1\",\"token\":\"t\",\"enrolledWith\":\"\"}");
        server = new TinyServer();
        reception = open();
    }

    private HttpReception open() throws Exception {
        return HttpReception.open(server.url(), folder, Optional.empty(), PATIENCE);
    }

    @AfterEach
    void stop() {
        reception.close();
        server.close();
    }

    private static CheckInRequest request() {
        return new CheckInRequest(UUID.randomUUID(), "THA").after(41);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> list = Files.list(folder.resolve("outbox"))) {
            return list.toList();
        }
    }

    private void eventuallyEmpty() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!files().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aCheckInIsOnDiskBeforeTheServerHearsOfIt() throws Exception {
        server.behaviour = exchange -> {
            String id =
                    Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
            boolean stored = Files.exists(folder.resolve("outbox").resolve(id + ".json"));
            TinyServer.json(exchange, Answers.checkIn(stored ? 1 : 999));
        };
        CheckIn answer = reception.checkIn(request()).get(10, TimeUnit.SECONDS);
        assertThat(answer.ticket().number()).isEqualTo(1);
        assertThat(files()).isEmpty();
        assertThat(reception.unsent()).isZero();
    }

    @Test
    void aTicketKeepsTheHospitalsTimeAndNotUtc() throws Exception {
        server.behaviour = exchange -> TinyServer.json(exchange, Answers.checkIn(1));
        CheckIn answer = reception.checkIn(request()).get(10, TimeUnit.SECONDS);
        assertThat(answer.ticket().issuedAt()).hasToString("2026-11-23T07:42:10+07:00");
    }

    @Test
    void theSameIdIsSentUntilThereIsAnAnswer() throws Exception {
        server.behaviour = exchange -> {
            if (server.seen.size() < 3) {
                exchange.close();
            } else {
                TinyServer.json(exchange, Answers.checkIn(7));
            }
        };
        CheckIn answer = reception.checkIn(request()).get(10, TimeUnit.SECONDS);
        assertThat(answer.ticket().number()).isEqualTo(7);
        assertThat(server.seen.stream().map(TinyServer.Seen::path).distinct()).hasSize(1);
        assertThat(server.seen.stream().map(TinyServer.Seen::body).distinct()).hasSize(1);
    }

    @Test
    void thePatientIsNotKeptWaitingButTheCheckInIsCarriedOn() throws Exception {
        server.stop();
        assertThatThrownBy(() -> reception.checkIn(request()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .extracting(e -> ((ReceptionException) e.getCause()).fault())
                .isEqualTo(FaultCode.SERVER_UNREACHABLE);
        assertThat(reception.unsent()).isEqualTo(1);
        server.behaviour = exchange -> TinyServer.json(exchange, Answers.checkIn(8));
        server.startAgain();
        eventuallyEmpty();
        assertThat(reception.unsent()).isZero();
    }

    @Test
    void afterARestartTheSameIdIsSentAgain() throws Exception {
        server.stop();
        assertThatThrownBy(() -> reception.checkIn(request()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
        reception.close();
        String id = files().get(0).getFileName().toString().replace(".json", "");
        server.behaviour = exchange -> TinyServer.json(exchange, Answers.checkIn(9));
        server.startAgain();
        reception = open();
        eventuallyEmpty();
        assertThat(server.seen).extracting(TinyServer.Seen::path).allMatch(path -> path.endsWith(id));
    }

    @Test
    void aDefiniteRefusalIsAnAnswerToo() throws Exception {
        Problem full = Problem.of(FaultCode.CLINIC_FULL, 409);
        server.behaviour =
                exchange -> TinyServer.send(exchange, 409, Problem.MEDIA_TYPE, Json.MAPPER.writeValueAsString(full));
        assertThatThrownBy(() -> reception.checkIn(request()).get(10, TimeUnit.SECONDS))
                .extracting(e -> ((ReceptionException) e.getCause()).fault())
                .isEqualTo(FaultCode.CLINIC_FULL);
        assertThat(files()).isEmpty();
    }

    @Test
    void aStrangersPageIsNoRefusal() throws Exception {
        server.behaviour = exchange -> TinyServer.send(exchange, 404, "text/html", "<h1>proxy</h1>");
        assertThatThrownBy(() -> reception.checkIn(request()).get(10, TimeUnit.SECONDS))
                .extracting(e -> ((ReceptionException) e.getCause()).fault())
                .isEqualTo(FaultCode.SERVER_FAULT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void theOutboxIsBoundedAndHoldsNothingOfAPerson() throws Exception {
        Outbox<PendingCheckIn> outbox = Outbox.open(folder.resolve("bounded"), PendingCheckIn.class);
        for (int i = 0; i < Outbox.MAX_PENDING; i++) {
            outbox.store(PendingCheckIn.of(request()));
        }
        assertThatThrownBy(() -> outbox.store(PendingCheckIn.of(request()))).isInstanceOf(OutboxFullException.class);
        try (Stream<Path> list = Files.list(folder.resolve("bounded"))) {
            assertThat(Files.readString(list.findFirst().orElseThrow()))
                    .matches("\\{\"id\":\"[-0-9a-f]{36}\",\"identificationId\":\"[-0-9a-f]{36}\","
                            + "\"clinicCode\":\"THA\",\"declared\":\\[],\"seconds\":41,\"since\":\"[^\"]+\"}");
        }
    }

    @Test
    void garbageAndHalfFilesDoNotStopTheKiosk() throws Exception {
        Path outbox = Files.createDirectories(folder.resolve("littered"));
        Files.writeString(outbox.resolve("a.json"), "{\"id\":");
        Files.writeString(outbox.resolve("b.json"), "null");
        Files.writeString(outbox.resolve("c.json.tmp"), "half");
        assertThat(Outbox.open(outbox, PendingCheckIn.class).size()).isZero();
        assertThat(outbox.resolve("c.json.tmp")).doesNotExist();
    }
}
