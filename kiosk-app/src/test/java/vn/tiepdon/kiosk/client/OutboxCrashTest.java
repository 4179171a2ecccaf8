package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.kiosk.CheckInRequest;

/** A kiosk process is killed at random instants; the server's side of the story must hold together. */
@Timeout(120)
class OutboxCrashTest {

    private static final int KILLS = 4;

    @TempDir
    Path folder;

    /** The process that gets killed: takes numbers as fast as it can. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] args) throws Exception {
            HttpReception reception =
                    HttpReception.open(URI.create(args[0]), Path.of(args[1]), Optional.empty(), Duration.ofSeconds(2));
            while (true) {
                reception.checkIn(new CheckInRequest(UUID.randomUUID(), "THA")).get();
            }
        }
    }

    @Test
    void whateverTheServerHasSeenIsAnsweredInTheEndAndUnderOneId() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("OutboxCrashTest seed " + seed);
        Files.writeString(
                folder.resolve("device.json"), "{\"deviceId\":\"kiosk-1\",\"token\":\"t\",\"enrolledWith\":\"\"}");
        try (TinyServer server = new TinyServer()) {
            Set<String> answered = ConcurrentHashMap.newKeySet();
            server.behaviour = exchange -> {
                // Every third request gets no answer although it was seen: the kiosk cannot know.
                if (server.seen.size() % 3 == 0) {
                    exchange.close();
                } else {
                    TinyServer.json(exchange, Answers.checkIn(1));
                    answered.add(exchange.getRequestURI().getPath());
                }
            };
            for (int kill = 0; kill < KILLS; kill++) {
                Process victim = start(server);
                await(server, server.seen.size() + 1 + random.nextInt(8), seed);
                victim.destroyForcibly().waitFor();
            }
            try (HttpReception last =
                    HttpReception.open(server.url(), folder, Optional.empty(), Duration.ofSeconds(2))) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (last.unsent() > 0 && System.nanoTime() < end) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                assertThat(last.unsent()).as("seed %d", seed).isZero();
            }
            Set<String> seen = server.seen.stream().map(TinyServer.Seen::path).collect(Collectors.toSet());
            assertThat(answered).as("seed %d", seed).isEqualTo(seen);
            assertThat(bodiesPerId(server)).as("seed %d", seed).allMatch(bodies -> bodies == 1);
        }
        try (Stream<Path> left = Files.list(folder.resolve("outbox"))) {
            assertThat(left.toList()).as("seed %d", seed).isEmpty();
        }
    }

    private static List<Integer> bodiesPerId(TinyServer server) {
        return server.seen.stream()
                .collect(Collectors.groupingBy(
                        TinyServer.Seen::path,
                        Collectors.mapping(TinyServer.Seen::body, Collectors.toCollection(HashSet::new))))
                .values()
                .stream()
                .map(Set::size)
                .toList();
    }

    private static void await(TinyServer server, int requests, long seed) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.seen.size() < requests && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.seen.size()).as("seed %d", seed).isGreaterThanOrEqualTo(requests);
    }

    private Process start(TinyServer server) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        server.url().toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
