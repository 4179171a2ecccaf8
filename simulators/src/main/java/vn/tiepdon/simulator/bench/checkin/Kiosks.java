package vn.tiepdon.simulator.bench.checkin;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.simulator.harness.Measured;
import vn.tiepdon.simulator.harness.Wire;

/** Many clients that check in one patient after the other, each as fast as it is answered. */
final class Kiosks {

    private final URI server;
    private final String token;
    private final Wishes wishes;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Kiosks(URI server, String token, Wishes wishes) {
        this.server = server;
        this.token = token;
        this.wishes = wishes;
    }

    /** From here on every patient may come again. */
    void beginAgain() {
        next.set(0);
    }

    Measured run(int clients, Duration time) throws InterruptedException, ExecutionException {
        refused.set(0);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long began = System.nanoTime();
            long end = began + time.toNanos();
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Callable<long[]> client = () -> client(end);
                all.add(threads.submit(client));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> one : all) {
                times.add(one.get());
            }
            return Measured.of(times, refused.get(), Duration.ofNanos(System.nanoTime() - began));
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] client(long end) throws IOException {
        long[] times = new long[1024];
        int done = 0;
        try (Wire wire = new Wire(server)) {
            while (System.nanoTime() < end) {
                int wish = next.getAndIncrement();
                if (wish >= wishes.count()) {
                    throw new IOException("every patient has been everywhere: more --patients");
                }
                long began = System.nanoTime();
                int status = wire.send(request(wish));
                if (status != 200) {
                    refused.incrementAndGet();
                    continue;
                }
                if (done == times.length) {
                    times = Arrays.copyOf(times, done * 2);
                }
                times[done++] = System.nanoTime() - began;
            }
        }
        return Arrays.copyOf(times, done);
    }

    private String request(int wish) {
        String body = "{\"identificationId\":\"%s\",\"clinicCode\":\"%s\"}"
                .formatted(wishes.identification(wish), wishes.clinic(wish));
        String path = ApiPaths.fill(ApiPaths.KIOSK_CHECK_IN, UUID.randomUUID().toString());
        return "PUT " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: "
                + ApiPaths.DEVICE_SCHEME + " " + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }
}
