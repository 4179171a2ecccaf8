package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.kiosk.flow.AskConsent;
import vn.tiepdon.kiosk.flow.Language;

/** What somebody has agreed to must be found again years later by its name. */
class ConsentWordingTest {

    private static final List<String> SHOWN = List.of(
            "consent.title",
            "consent.purpose",
            "consent.limits",
            "consent.choice",
            "consent.choice.start",
            "consent.yes",
            "consent.no",
            "consent.no.start");

    /** The first 16 digits of the SHA-256 of each wording that was ever shown. */
    private static final Map<String, Map<Language, String>> WORDINGS =
            Map.of("chip-1", Map.of(Language.VI, "680c4e6d2f6a526f", Language.EN, "3ff79c44264f4c44"));

    /** The same for what is spoken, which is all that somebody who does not read agrees to. */
    private static final Map<String, Map<Language, String>> SPOKEN =
            Map.of("chip-1", Map.of(Language.VI, "b607a711adfd99d3", Language.EN, "6db4de6e2540e8b1"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void anotherWordingHasAnotherName(Language language) throws GeneralSecurityException {
        Words words = new Words(language, null);
        String text = SHOWN.stream().map(words::say).collect(Collectors.joining("\n"));
        assertThat(hash(text)).isEqualTo(WORDINGS.get(AskConsent.WORDING).get(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anotherSpokenWordingHasAnotherName(Language language) throws GeneralSecurityException, IOException {
        String guide =
                "src/main/audio/guide_%s.properties".formatted(language.locale().getLanguage());
        Properties spoken = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(guide))) {
            spoken.load(reader);
        }
        assertThat(hash(spoken.getProperty("AskConsent")))
                .isEqualTo(SPOKEN.get(AskConsent.WORDING).get(language));
    }

    private static String hash(String text) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
