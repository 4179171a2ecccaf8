package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.Presentation;

class HttpReceptionTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    @TempDir
    Path folder;

    private TinyServer server;
    private HttpReception reception;

    @BeforeEach
    void enrolledKiosk() throws Exception {
        server = new TinyServer();
        server.behaviour = exchange -> TinyServer.json(
                exchange,
                exchange.getRequestURI().getPath().equals(ApiPaths.DEVICE_ENROLMENT)
                        ? Answers.grant()
                        : Answers.configuration(Instant.now()));
        reception = HttpReception.open(server.url(), folder, Optional.of("ONCE-1234"), PATIENCE);
        reception.configuration().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        reception.close();
        server.close();
    }

    private static FaultCode faultOf(CompletableFuture<?> future) throws Exception {
        try {
            future.get(10, TimeUnit.SECONDS);
            throw new AssertionError("it succeeded");
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(ReceptionException.class);
            return ((ReceptionException) e.getCause()).fault();
        }
    }

    private FaultCode identifyFault() throws Exception {
        return faultOf(reception.identify(new Presentation.TypedNumber("BN000001")));
    }

    @Test
    void theOneTimeCodeIsUsedOnceAndTheTokenAfterARestart() throws Exception {
        reception.close();
        reception = HttpReception.open(server.url(), folder, Optional.of("ONCE-1234"), PATIENCE);
        reception.configuration().get(10, TimeUnit.SECONDS);
        assertThat(server.seen)
                .extracting(TinyServer.Seen::authorization)
                .containsExactly("Enrolment ONCE-1234", "Bearer " + Answers.TOKEN, "Bearer " + Answers.TOKEN);
    }

    @Test
    void aNewCodeInTheSettingsEnrolsAnew() throws Exception {
        reception.close();
        reception = HttpReception.open(server.url(), folder, Optional.of("SECOND-5678"), PATIENCE);
        reception.configuration().get(10, TimeUnit.SECONDS);
        assertThat(server.seen).extracting(TinyServer.Seen::authorization).contains("Enrolment SECOND-5678");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsTheToken() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("device.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKioskWithoutTokenAndCodeSaysThatItIsNotEnrolled(@TempDir Path other) throws Exception {
        try (HttpReception stranger = HttpReception.open(server.url(), other, Optional.empty(), PATIENCE)) {
            assertThat(faultOf(stranger.configuration())).isEqualTo(FaultCode.DEVICE_NOT_ENROLLED);
        }
    }

    @Test
    void theServersClockCountsAndNotThisMachines() throws Exception {
        Instant told = Instant.parse("2031-05-06T07:08:09Z");
        server.behaviour = exchange -> TinyServer.json(exchange, Answers.configuration(told));
        reception.configuration().get(10, TimeUnit.SECONDS);
        assertThat(ChronoUnit.SECONDS.between(told, reception.clock().now())).isBetween(0L, 20L);
    }

    @Test
    void nobodyThereIsUnreachable(@TempDir Path other) throws Exception {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
        Files.copy(folder.resolve("device.json"), other.resolve("device.json"));
        try (HttpReception lonely = HttpReception.open(closed, other, Optional.empty(), PATIENCE)) {
            assertThat(faultOf(lonely.configuration())).isEqualTo(FaultCode.SERVER_UNREACHABLE);
        }
    }

    @Test
    void aServerThatThinksTooLongIsSlow() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.behaviour = exchange -> await(over);
        assertThat(identifyFault()).isEqualTo(FaultCode.SERVER_SLOW);
        over.countDown();
    }

    @Test
    void aBodyThatTricklesForEverIsSlow() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.behaviour = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
        };
        assertThat(identifyFault()).isEqualTo(FaultCode.SERVER_SLOW);
        over.countDown();
    }

    @Test
    void aConnectionCutInTheMiddleIsUnreachable() throws Exception {
        server.behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.close();
        };
        assertThat(identifyFault()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
    }

    @Test
    void aPageInHtmlIsAFaultOfTheServer() throws Exception {
        server.behaviour = exchange -> TinyServer.send(exchange, 200, "text/html", "<h1>Wi-Fi login</h1>");
        assertThat(identifyFault()).isEqualTo(FaultCode.SERVER_FAULT);
    }

    @Test
    void fiveMegabytesAreNotReadToTheirEnd() throws Exception {
        server.behaviour = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 5 << 20);
            try {
                exchange.getResponseBody().write(new byte[5 << 20]);
            } catch (IOException e) {
                // The kiosk has hung up, as it should.
                exchange.close();
            }
        };
        assertThat(identifyFault()).isEqualTo(FaultCode.SERVER_FAULT);
    }

    @Test
    void aTokenThatIsNotGoodAnyMoreMeansNotEnrolled() throws Exception {
        server.behaviour = exchange -> TinyServer.send(exchange, 401, "text/plain", "");
        assertThat(identifyFault()).isEqualTo(FaultCode.DEVICE_NOT_ENROLLED);
    }

    @Test
    void aProblemKeepsItsCode() throws Exception {
        Problem problem = Problem.of(FaultCode.PATIENT_UNKNOWN, 404);
        server.behaviour =
                exchange -> TinyServer.send(exchange, 404, Problem.MEDIA_TYPE, Json.MAPPER.writeValueAsString(problem));
        assertThat(identifyFault()).isEqualTo(FaultCode.PATIENT_UNKNOWN);
    }

    @Test
    void aRefusedCardComesWithWhatBlocksIt() throws Exception {
        CardContact contact = new CardContact(
                UUID.randomUUID(),
                new CardSessionGrant(new byte[16], new byte[16], new byte[16], new byte[8]),
                true,
                false,
                List.of(),
                List.of());
        Problem problem = Problem.of(FaultCode.CARD_BLOCKED, 422, contact);
        server.behaviour =
                exchange -> TinyServer.send(exchange, 422, Problem.MEDIA_TYPE, Json.MAPPER.writeValueAsString(problem));
        assertThatThrownBy(() -> reception
                        .identify(new Presentation.TypedNumber("BN000001"))
                        .get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(ReceptionException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(FaultCode.CARD_BLOCKED);
                    assertThat(refused.card()).hasValueSatisfying(card -> {
                        assertThat(card.id()).isEqualTo(contact.id());
                        assertThat(card.block()).isTrue();
                    });
                });
    }

    @Test
    void theBlockListIsAskedForByItsTagAndMayBeLong() throws Exception {
        SignedBlockList list = new SignedBlockList(new byte[1_700_000], new byte[64]);
        Queue<String> tags = new ConcurrentLinkedQueue<>();
        server.behaviour = exchange -> {
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            tags.add(String.valueOf(known));
            exchange.getResponseHeaders().set("ETag", "\"5\"");
            if (known == null) {
                TinyServer.json(exchange, list);
            } else {
                TinyServer.send(exchange, 304, "text/plain", "");
            }
        };
        Newer<SignedBlockList> first = reception.blockList(null).get(10, TimeUnit.SECONDS);
        assertThat(first.body().content()).hasSize(1_700_000);
        assertThat(first.tag()).isEqualTo("\"5\"");
        assertThat(reception.blockList(first.tag()).get(10, TimeUnit.SECONDS).body())
                .isNull();
        assertThat(tags).containsExactly("null", "\"5\"");
    }

    @Test
    void aProblemOfANewerServerIsAFaultAndNoCrash() throws Exception {
        server.behaviour = exchange -> TinyServer.send(
                exchange, 422, Problem.MEDIA_TYPE, "{\"title\":\"?\",\"status\":422,\"code\":\"NOT_INVENTED_YET\"}");
        assertThat(identifyFault()).isEqualTo(FaultCode.SERVER_FAULT);
    }

    @Test
    void nothingThatFailsNamesTheTokenOrTheNumber() {
        server.behaviour = exchange -> TinyServer.send(exchange, 500, "text/plain", "");
        assertThatThrownBy(() -> reception
                        .identify(new Presentation.TypedNumber("BN000777"))
                        .get(10, TimeUnit.SECONDS))
                .satisfies(
                        e -> assertThat(e.toString()).doesNotContain("BN000777").doesNotContain(Answers.TOKEN));
        assertThat(reception.toString()).doesNotContain(Answers.TOKEN);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
