package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void anotherWordingHasAnotherName(Language language) throws GeneralSecurityException {
        Words words = new Words(language, null);
        String text = SHOWN.stream().map(words::say).collect(Collectors.joining("\n"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash, 0, 8))
                .isEqualTo(WORDINGS.get(AskConsent.WORDING).get(language));
    }
}
