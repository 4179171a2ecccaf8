package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CscaToolTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void saysWhatEachCertificateIsAndWhatItIsGoodFor() {
        TestStore.write(folder, "a.cer", TestCsca.vietnam().certificate());
        TestStore.write(
                folder,
                "b.cer",
                TestCsca.named("C=VN,CN=Old", TestCsca.FROM, Instant.parse("2025-01-01T00:00:00Z"))
                        .certificate());
        TestStore.write(folder, "c.cer", "rubbish".getBytes(StandardCharsets.US_ASCII));
        assertThat(tool("en").list(folder)).isTrue();
        assertThat(said)
                .containsSubsequence(
                        "✓ a.cer: root certificate of Vietnam's CSCA, usable",
                        "    country VN",
                        "    valid 2020-01-01 to 2040-01-01",
                        "    key EC 384",
                        "✓ b.cer: root certificate of Vietnam's CSCA, usable",
                        "    expired: still proves the cards that were signed within that time",
                        "✗ c.cer: cannot be read, or a list that was changed",
                        "Usable: 2 root and 0 link certificates.");
    }

    @Test
    void saysThatAnEmptyStoreProvesNothing() {
        assertThat(tool("vi").list(folder)).isFalse();
        assertThat(said).singleElement().asString().startsWith("Không có chứng thư CSCA Việt Nam");
    }

    @Test
    void everyStandingHasItsWordsInBothLanguages() {
        for (String language : List.of("vi", "en")) {
            ResourceBundle texts = CscaTool.texts(language);
            for (CscaStanding standing : CscaStanding.values()) {
                assertThat(texts.getString(standing.name())).isNotBlank();
            }
        }
    }

    private CscaTool tool(String language) {
        return new CscaTool(CscaTool.texts(language), Instant.parse("2026-11-22T00:00:00Z"), said::add);
    }
}
