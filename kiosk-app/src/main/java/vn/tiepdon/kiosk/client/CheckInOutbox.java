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
import vn.tiepdon.api.kiosk.CheckInRequest;

/** Check-ins on disk from before their first byte is sent until they are answered, one small file each. */
final class CheckInOutbox {

    static final int MAX_PENDING = 64;

    /** By then the business day is over, and the server knows the identification no more. */
    static final Duration MAX_AGE = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(CheckInOutbox.class);
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Map<UUID, PendingCheckIn> pending = new ConcurrentHashMap<>();

    private CheckInOutbox(Path folder) {
        this.folder = folder;
    }

    /** Takes over what an earlier run of the kiosk left; a file that was not finished was never sent. */
    static CheckInOutbox open(Path folder) throws IOException {
        DurableFile.createFolder(folder);
        CheckInOutbox outbox = new CheckInOutbox(folder);
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
        PendingCheckIn found = read(file);
        if (found == null) {
            LOG.error("{} is no check-in; left where it is", file.getFileName());
        } else if (Instant.now().isAfter(found.since().plus(MAX_AGE))) {
            LOG.warn("check-in {} was never answered and is too old to send", found.id());
            DurableFile.delete(file);
        } else {
            pending.put(found.id(), found);
        }
    }

    private static PendingCheckIn read(Path file) throws IOException {
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), PendingCheckIn.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Makes the id and stores it; when this returns, the check-in survives a power cut. */
    PendingCheckIn store(CheckInRequest request) throws IOException {
        if (pending.size() >= MAX_PENDING) {
            throw new OutboxFullException(MAX_PENDING);
        }
        PendingCheckIn made = new PendingCheckIn(
                UUID.randomUUID(), request.identificationId(), request.clinicCode(), request.seconds(), Instant.now());
        DurableFile.write(file(made), Json.MAPPER.writeValueAsBytes(made));
        pending.put(made.id(), made);
        return made;
    }

    /** Forgets an answered check-in. A file that cannot be deleted is only sent again, and answered the same. */
    void settle(PendingCheckIn answered) {
        pending.remove(answered.id());
        try {
            DurableFile.delete(file(answered));
        } catch (IOException e) {
            LOG.warn("check-in {} is answered but its file remains", answered.id(), e);
        }
    }

    List<PendingCheckIn> pending() {
        return new ArrayList<>(pending.values());
    }

    int size() {
        return pending.size();
    }

    private Path file(PendingCheckIn checkIn) {
        return folder.resolve(checkIn.id() + SUFFIX);
    }
}
