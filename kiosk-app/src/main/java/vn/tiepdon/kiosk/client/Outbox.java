package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What must not be lost on its way to the server: on disk from before its first byte is sent until it is answered, one
 * small file each.
 */
final class Outbox<P extends Pending> {

    static final int MAX_PENDING = 64;

    /** By then the business day is over, and nobody wants to know any more. */
    static final Duration MAX_AGE = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Class<P> kind;
    private final Map<UUID, P> pending = new ConcurrentHashMap<>();

    private Outbox(Path folder, Class<P> kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /** Takes over what an earlier run of the kiosk left; a file that was not finished was never sent. */
    static <P extends Pending> Outbox<P> open(Path folder, Class<P> kind) throws IOException {
        DurableFile.createFolder(folder);
        Outbox<P> outbox = new Outbox<>(folder, kind);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                outbox.takeOver(file);
            }
        }
        return outbox;
    }

    private void takeOver(Path file) throws IOException {
        if (file.toString().endsWith(DurableFile.UNFINISHED)) {
            Files.delete(file);
            return;
        }
        P found = read(file);
        if (found == null) {
            LOG.error("{} is no {}; left where it is", file.getFileName(), kind.getSimpleName());
        } else if (Instant.now().isAfter(found.since().plus(MAX_AGE))) {
            LOG.warn("{} {} was never answered and is too old to send", kind.getSimpleName(), found.id());
            DurableFile.delete(file);
        } else {
            pending.put(found.id(), found);
        }
    }

    private P read(Path file) throws IOException {
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), kind);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** When this returns, it survives a power cut. */
    void store(P made) throws IOException {
        if (pending.size() >= MAX_PENDING) {
            throw new OutboxFullException(MAX_PENDING);
        }
        DurableFile.write(file(made), Json.MAPPER.writeValueAsBytes(made));
        pending.put(made.id(), made);
    }

    /** Forgets what was answered. A file that cannot be deleted is only sent again, and answered the same. */
    void settle(P answered) {
        pending.remove(answered.id());
        try {
            DurableFile.delete(file(answered));
        } catch (IOException e) {
            LOG.warn("{} {} is answered but its file remains", kind.getSimpleName(), answered.id(), e);
        }
    }

    List<P> pending() {
        return new ArrayList<>(pending.values());
    }

    int size() {
        return pending.size();
    }

    private Path file(P one) {
        return folder.resolve(one.id() + SUFFIX);
    }
}
