package vn.tiepdon.card.citizen.trust;

import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;

/**
 * {@code ./tiepdon csca FOLDER [--en]}: lists a store and says what each certificate is good for. Exit code 0 when cards
 * can be proven with it, 1 when none can, 2 when no folder is named.
 */
public final class CscaTool {

    private final ResourceBundle texts;
    private final Instant now;
    private final Consumer<String> out;

    CscaTool(ResourceBundle texts, Instant now, Consumer<String> out) {
        this.texts = texts;
        this.now = now;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args), Instant.now(), System.out::println, System.err::println));
    }

    /** @return the exit code */
    static int run(List<String> words, Instant now, Consumer<String> out, Consumer<String> complaints) {
        ResourceBundle texts = texts(words.contains("--en") ? "en" : "vi");
        List<String> folders =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        if (folders.size() != 1) {
            complaints.accept(texts.getString("usage"));
            return 2;
        }
        return new CscaTool(texts, now, out).list(Path.of(folders.get(0))) ? 0 : 1;
    }

    /** @return whether cards can be proven with the store */
    boolean list(Path folder) {
        CscaStore store = CscaStore.load(folder);
        for (CscaEntry entry : store.entries()) {
            say(
                    entry.standing().isUsable() ? "good" : "bad",
                    entry.file(),
                    texts.getString(entry.standing().name()));
            entry.certificate().ifPresent(this::describe);
        }
        if (store.isEmpty()) {
            say("none", folder);
        } else {
            say("count", store.roots().size(), store.links().size());
        }
        return !store.isEmpty();
    }

    static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "vn.tiepdon.card.citizen.trust.csca",
                Locale.forLanguageTag(language),
                CscaTool.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private void describe(X509Certificate certificate) {
        detail("subject", certificate.getSubjectX500Principal().getName());
        detail("country", Certificates.country(certificate).orElse("?"));
        detail("validity", day(certificate.getNotBefore()), day(certificate.getNotAfter()));
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            detail("expired");
        }
        detail("key", key(certificate.getPublicKey()));
    }

    private void detail(String key, Object... details) {
        out.accept("    " + text(key, details));
    }

    private void say(String key, Object... details) {
        out.accept(text(key, details));
    }

    private String text(String key, Object... details) {
        return MessageFormat.format(texts.getString(key), details);
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECKey ec) {
            return "EC " + ec.getParams().getOrder().bitLength();
        }
        return key.getAlgorithm();
    }
}
