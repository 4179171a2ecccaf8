package vn.tiepdon.server.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.citizen.trust.CscaStore;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The folder {@code tiepdon.citizen.csca}, read again soon after it has changed, and every hour in any case. */
@Component
class TrustedCertificates {

    private static final Logger log = LoggerFactory.getLogger(TrustedCertificates.class);

    /** How long a change of the folder may take to be seen. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration OLDEST = Duration.ofHours(1);
    private static final int MOST_FILES = 1000;

    private final Path folder;
    private final HospitalClock clock;
    private CscaStore store = CscaStore.empty();
    private List<String> seen = List.of("never read");
    private Instant looked = Instant.EPOCH;
    private Instant loaded = Instant.EPOCH;

    TrustedCertificates(TiepDonSettings settings, HospitalClock clock) {
        this.folder = settings.citizen().csca().toAbsolutePath().normalize();
        this.clock = clock;
    }

    synchronized CscaStore current() {
        Instant now = clock.now();
        if (now.isBefore(looked) || now.isAfter(looked.plus(LOOK))) {
            looked = now;
            List<String> there = fingerprint();
            if (!there.equals(seen) || now.isBefore(loaded) || now.isAfter(loaded.plus(OLDEST))) {
                load(now, there);
            }
        }
        return store;
    }

    private void load(Instant now, List<String> there) {
        store = CscaStore.load(folder);
        loaded = now;
        if (!there.equals(seen)) {
            long usable = store.entries().stream()
                    .filter(entry -> entry.standing().isUsable())
                    .count();
            log.info(
                    "ID cards are checked with {} certificates in {}; {} more are of no use (./tiepdon csca says why)",
                    usable,
                    folder,
                    store.entries().size() - usable);
        }
        seen = there;
    }

    /** Name, size and time of each file. */
    private List<String> fingerprint() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .limit(MOST_FILES)
                    .map(TrustedCertificates::fingerprint)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of("unreadable");
        }
    }

    private static String fingerprint(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file.getFileName() + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException gone) {
            return file.getFileName().toString();
        }
    }
}
