package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover;

/** Whoever is on the way to the desk is announced there in the end, whatever dies in between. */
class HandoverOutboxTest {

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
        return HttpReception.open(server.url(), folder, Optional.empty(), Duration.ofMillis(900));
    }

    @AfterEach
    void stop() {
        reception.close();
        server.close();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> list = Files.list(folder.resolve("handovers"))) {
            return list.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private void eventually(int count) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (files().size() != count && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(files()).hasSize(count);
    }

    @Test
    void afterARestartTheSameHandoverIsSentUntilTheServerHasIt() throws Exception {
        server.stop();
        UUID identification = UUID.randomUUID();
        UUID checkIn = UUID.randomUUID();
        reception.handOver(FaultCode.SERVER_UNREACHABLE, Handover.Step.CLINIC_CHOSEN, identification, "THA", checkIn);
        eventually(1);
        String onDisk = Files.readString(files().get(0));
        assertThat(onDisk).contains(identification.toString(), checkIn.toString(), "SERVER_UNREACHABLE");
        reception.close();
        server.behaviour = exchange -> {
            if (server.seen.size() < 2) {
                exchange.close();
            } else {
                TinyServer.send(exchange, 204, "", "");
            }
        };
        server.startAgain();
        reception = open();
        eventually(0);
        assertThat(server.seen.stream().map(TinyServer.Seen::path)).containsOnly("/api/kiosk/handovers");
        assertThat(server.seen.stream().map(TinyServer.Seen::body).distinct()).hasSize(1);
        Handover told = Json.MAPPER.readValue(server.seen.peek().body(), Handover.class);
        assertThat(told.clinicCode()).isEqualTo("THA");
        assertThat(told.checkInId()).isEqualTo(checkIn);
    }
}
