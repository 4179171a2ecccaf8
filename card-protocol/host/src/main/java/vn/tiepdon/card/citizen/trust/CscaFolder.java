package vn.tiepdon.card.citizen.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the files of a store, in the order of their names. Names that say nothing known are passed over. */
final class CscaFolder {

    static final int MOST_FILES = 1000;

    private static final int LARGEST_CERTIFICATE = 64 * 1024;
    private static final int LARGEST_LIST = 4 * 1024 * 1024;
    private static final Set<String> CERTIFICATES = Set.of("cer", "crt", "pem", "der");
    private static final String LIST = "ml";

    private final Path folder;

    CscaFolder(Path folder) {
        this.folder = folder;
    }

    /** Not yet judged: a certificate that can be read counts as a root for now. */
    List<CscaEntry> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<CscaEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> known = files.filter(file -> isKnown(ending(file)) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            known.stream().limit(MOST_FILES).forEach(file -> entries.addAll(entries(file)));
            known.stream().skip(MOST_FILES).forEach(file -> entries.add(failed(file, CscaStanding.TOO_MANY)));
        } catch (IOException | RuntimeException unreadable) {
            entries.add(failed(folder, CscaStanding.UNREADABLE));
        }
        return entries;
    }

    private static boolean isKnown(String ending) {
        return ending.equals(LIST) || CERTIFICATES.contains(ending);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static List<CscaEntry> entries(Path file) {
        boolean list = ending(file).equals(LIST);
        int largest = list ? LARGEST_LIST : LARGEST_CERTIFICATE;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                return List.of(failed(file, CscaStanding.TOO_LARGE));
            }
            List<Optional<X509Certificate>> certificates = list
                    ? MasterList.parse(bytes).certificates()
                    : Certificates.parse(bytes).stream().map(Optional::of).toList();
            if (certificates.isEmpty()) {
                return List.of(failed(file, CscaStanding.UNREADABLE));
            }
            return certificates.stream()
                    .map(it -> new CscaEntry(
                            file.getFileName().toString(),
                            it,
                            it.isPresent() ? CscaStanding.ROOT : CscaStanding.UNREADABLE))
                    .toList();
        } catch (IOException | CertificateException unreadable) {
            return List.of(failed(file, CscaStanding.UNREADABLE));
        }
    }

    private static CscaEntry failed(Path file, CscaStanding why) {
        return new CscaEntry(file.getFileName().toString(), Optional.empty(), why);
    }
}
