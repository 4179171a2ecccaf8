package vn.tiepdon.card.citizen.trust;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.tiepdon.card.citizen.ChipFile;

/** Who signs the cards of an invented country. */
public record TestSigner(KeyPair keys, X509Certificate certificate) {

    /** When the cards were signed. */
    public static final Instant SIGNED = Instant.parse("2024-05-06T07:08:09Z");

    /** The SOD over all groups among the files. */
    public byte[] sign(Map<ChipFile, byte[]> files) {
        return sod().over(files);
    }

    /** The same with hashes that nobody believes any more. */
    public byte[] signWithSha1(Map<ChipFile, byte[]> files) {
        return sod().digest("SHA-1").over(files);
    }

    TestSod sod() {
        return new TestSod(
                keys.getPrivate(),
                certificate,
                "SHA-256",
                "SHA256withECDSA",
                SIGNED,
                TestSod.CONTENT_TYPE,
                List.of(certificate));
    }
}
