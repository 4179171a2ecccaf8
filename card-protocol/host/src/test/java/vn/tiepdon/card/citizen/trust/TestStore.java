package vn.tiepdon.card.citizen.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/** Puts files into a folder of trusted certificates. */
public final class TestStore {

    private TestStore() {}

    public static void write(Path folder, String name, X509Certificate certificate) {
        try {
            write(folder, name, certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void write(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), content);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }
}
