package vn.tiepdon.server.event;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The text/event-stream format of the HTML standard, section "Server-sent events". */
final class Frame {

    private static final int COME_BACK_AFTER_MS = 800;
    private static final int COME_BACK_BEFORE_MS = 1_800;

    private Frame() {}

    /** The first frame: how soon to come back after a loss, for each watcher at another moment. */
    static byte[] hello() {
        int pause = ThreadLocalRandom.current().nextInt(COME_BACK_AFTER_MS, COME_BACK_BEFORE_MS);
        return bytes("retry: " + pause + "\n\n");
    }

    static byte[] event(StoredEvent event) {
        return frame(event.seq(), event.kind(), event.payload());
    }

    /** Carries the sequence too, so that a watcher of a quiet clinic does not ask for the whole morning again. */
    static byte[] heartbeat(long seq, Instant now) {
        return frame(seq, "heartbeat", "{\"at\":\"" + now + "\"}");
    }

    /** The watcher was away for too long to be told each event: it must look at everything afresh. */
    static byte[] reset(long seq) {
        return frame(seq, "reset", "{}");
    }

    /** Without a sequence: what a watcher has heard is counted by events alone. */
    static byte[] board(String text) {
        String oneLine =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining(" "));
        return bytes("event: board\ndata: " + oneLine + "\n\n");
    }

    private static byte[] frame(long id, String event, String data) {
        return bytes("id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
