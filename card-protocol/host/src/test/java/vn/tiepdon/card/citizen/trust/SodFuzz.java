package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tiepdon.card.Fuzzed;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/** The SOD over two groups. Keys are new each time; what a finding does rarely depends on them. */
class SodFuzz {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final TestCsca VIETNAM = TestCsca.vietnam();
    private static final Map<ChipFile, byte[]> CARD =
            PassiveAuthenticationTest.signed(VIETNAM.signer().sod());
    private static CscaStore store;

    @BeforeAll
    static void trustVietnam(@TempDir Path folder) {
        TestStore.write(folder, "vietnam.cer", VIETNAM.certificate());
        store = CscaStore.load(folder);
    }

    static Stream<byte[]> seeds() {
        TestSod usual = VIETNAM.signer().sod();
        TestSod brainpool = VIETNAM.signer(TestCsca.ecKeys("brainpoolP384r1")).sod();
        TestSod rsa = VIETNAM.signer(TestCsca.rsaKeys(2048)).sod();
        return Stream.of(
                        usual,
                        usual.signedAt(null),
                        usual.bringing(),
                        usual.digest("SHA-1"),
                        brainpool.digest("SHA-384").signature("SHA384withPLAIN-ECDSA"),
                        rsa.signature("SHA256withRSA"),
                        rsa.signature("SHA256withRSAandMGF1"))
                .map(sod -> PassiveAuthenticationTest.signed(sod).get(ChipFile.SOD));
    }

    @MethodSource("seeds")
    @FuzzTest
    void aSodIsJudgedOrRefused(byte @NotNull [] sod) {
        Map<ChipFile, byte[]> card = new EnumMap<>(CARD);
        card.put(ChipFile.SOD, sod);
        Fuzzed.hold(sod, () -> {
            try {
                assertThat(PassiveAuthentication.check(card, store, NOW)).isNotNull();
                assertThat(PassiveAuthentication.signedGroups(sod)).isEqualTo(Set.of(1, 13));
            } catch (ChipAlteredException | MalformedChipFileException | AlgorithmUnsupportedException declared) {
                assertThat(declared.getMessage()).isNotEmpty();
            }
        });
    }
}
