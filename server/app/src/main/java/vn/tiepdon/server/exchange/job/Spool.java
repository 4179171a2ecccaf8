package vn.tiepdon.server.exchange.job;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Uploaded files wait here, named by their job. They hold records of people: only the server's own user reads them. */
@Component
class Spool {

    private static final String FOLDER = "imports";
    private static final String READY = ".in";
    private static final String ARRIVING = ".part";
    private static final int CHUNK = 64 * 1024;
    private static final int BUFFER = 256 * 1024;
    private static final long LOOK_EVERY = 64L * 1024 * 1024;
    /** A file is there a moment before its job is. */
    private static final Duration NEW = Duration.ofMinutes(1);
    /** No upload lasts longer. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final DataFolder data;
    private final long largest;
    private final long spare;

    Spool(DataFolder data, TiepDonSettings settings) {
        this.data = data;
        this.largest = settings.exchange().largest().toBytes();
        this.spare = settings.exchange().spare().toBytes();
    }

    /**
     * Takes a file whole, or leaves nothing of it.
     *
     * @param announced its length; negative when nobody said
     * @return its length
     * @throws ImportRefusedException when it is longer than allowed, or the disk too full
     */
    long take(UUID job, InputStream file, long announced) throws IOException {
        Path arriving = data.createOwnerOnly(FOLDER, job + ARRIVING);
        try {
            demandRoom(arriving, announced);
            long length = copy(file, arriving);
            Files.move(arriving, path(job));
            return length;
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private long copy(InputStream file, Path to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        long looked = 0;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
                length += read;
                if (length > looked + LOOK_EVERY) {
                    demandRoom(to, 0);
                    looked = length;
                }
                if (length > largest) {
                    throw tooLarge();
                }
                out.write(chunk, 0, read);
            }
        }
        return length;
    }

    private void demandRoom(Path at, long announced) throws IOException {
        if (announced > largest) {
            throw tooLarge();
        }
        if (Files.getFileStore(at).getUsableSpace() - Math.max(0, announced) < spare) {
            throw new ImportRefusedException(FaultCode.IMPORT_NO_ROOM, "less than " + spare + " bytes would stay free");
        }
    }

    private ImportRefusedException tooLarge() {
        return new ImportRefusedException(FaultCode.IMPORT_TOO_LARGE, "longer than " + largest + " bytes");
    }

    boolean has(UUID job) {
        return Files.exists(path(job));
    }

    InputStream open(UUID job) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path(job)), BUFFER);
    }

    void forget(UUID job) {
        try {
            Files.deleteIfExists(path(job));
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }

    /**
     * Removes uploads that broke off, and files whose jobs have ended.
     *
     * @param unfinished asked for each file that is not quite new
     */
    void tidy(Predicate<UUID> unfinished, Instant now) throws IOException {
        Path folder = data.file(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Instant touched = Files.getLastModifiedTime(file).toInstant();
                String name = file.getFileName().toString();
                boolean gone = name.endsWith(READY)
                        ? touched.isBefore(now.minus(NEW)) && !unfinished.test(job(name))
                        : touched.isBefore(now.minus(ABANDONED));
                if (gone) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static UUID job(String name) {
        return UUID.fromString(name.substring(0, name.length() - READY.length()));
    }

    private Path path(UUID job) {
        return data.file(FOLDER).resolve(job + READY);
    }
}
