package vn.tiepdon.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The folder {@code tiepdon.data} and its secrets, which only the server's own user may read. */
@Component
public class DataFolder {

    private final Path folder;

    public DataFolder(TiepDonSettings settings) {
        this.folder = settings.data().toAbsolutePath().normalize();
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Optional<byte[]> read(String name) {
        try {
            return Files.exists(file(name)) ? Optional.of(Files.readAllBytes(file(name))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whole or not at all; on Windows the folder's own permissions decide who may read it. */
    public void writeOwnerOnly(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, name, ".new", ownerOnly());
            Files.write(draft, content);
            Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    public void writeOwnerOnly(String name, String text) {
        writeOwnerOnly(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new, empty file that only the server's own user may read, in a folder below this one. */
    public Path createOwnerOnly(String folderName, String name) throws IOException {
        Path below = Files.createDirectories(file(folderName));
        return Files.createFile(below.resolve(name), ownerOnly());
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
