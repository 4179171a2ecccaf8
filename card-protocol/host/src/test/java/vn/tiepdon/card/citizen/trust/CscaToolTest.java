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
    private final List<String> complaints = new ArrayList<>();

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
                        "    CN=CSCA for tests,O=Invented,C=VN",
                        "    country VN",
                        "    valid 2020-01-01 to 2040-01-01",
                        "    key EC 384",
                        "✓ b.cer: root certificate of Vietnam's CSCA, usable",
                        "    expired: still proves the cards that were signed within that time",
                        "✗ c.cer: cannot be read, or a list that was changed",
                        "Usable: 2 root and 0 link certificates.");
    }

    @Test
    void theExitCodeSaysWhetherCardsCanBeProven() {
        assertThat(run(folder.toString())).isEqualTo(1);
        TestStore.write(
                folder, "a.cer", TestCsca.vietnamWith(TestCsca.rsaKeys(2048)).certificate());
        assertThat(run(folder.toString())).isZero();
        assertThat(said).contains("    khóa RSA 2048");
        said.clear();
        assertThat(run("--en", folder.toString())).isZero();
        assertThat(said).contains("    key RSA 2048", "Usable: 1 root and 0 link certificates.");
    }

    @Test
    void withoutAFolderItSaysHowItIsCalled() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("one", "two", "--en")).isEqualTo(2);
        assertThat(said).isEmpty();
        assertThat(complaints)
                .containsExactly(
                        CscaTool.texts("vi").getString("usage"),
                        CscaTool.texts("en").getString("usage"));
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

    private int run(String... words) {
        return CscaTool.run(List.of(words), Instant.parse("2026-11-22T00:00:00Z"), said::add, complaints::add);
    }

    private CscaTool tool(String language) {
        return new CscaTool(CscaTool.texts(language), Instant.parse("2026-11-22T00:00:00Z"), said::add);
    }
}
