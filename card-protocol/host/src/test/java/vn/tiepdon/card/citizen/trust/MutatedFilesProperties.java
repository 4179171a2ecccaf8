package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.CitizenChipException;

/** Whatever a chip sends, the answer is a verdict or one of the exceptions that are named. */
class MutatedFilesProperties {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Map<ChipFile, byte[]> CARD =
            PassiveAuthenticationTest.signed(TestCsca.vietnam().signer().sod());
    private static final TestChipKey CHIP = TestChipKey.ec();
    private static final byte[] CHALLENGE = new byte[ActiveAuthentication.CHALLENGE_LENGTH];
    private static final byte[] ANSWER = CHIP.answer(CHALLENGE);

    @Property(tries = 3000)
    void aMutatedSodIsJudgedOrRefused(
            @ForAll @Size(min = 1, max = 4) int[] places, @ForAll byte with, @ForAll boolean flip) {
        Map<ChipFile, byte[]> card = new EnumMap<>(CARD);
        card.put(ChipFile.SOD, mutated(CARD.get(ChipFile.SOD), places, with, flip));
        try {
            assertThat(PassiveAuthentication.check(card, CscaStore.empty(), NOW))
                    .isNotNull();
        } catch (CitizenChipException declared) {
            assertThat(declared.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void aSodWithBytesCutOutIsRefused(
            @ForAll @IntRange(max = 2000) int from, @ForAll @IntRange(min = 1, max = 40) int n) {
        byte[] whole = CARD.get(ChipFile.SOD);
        int start = 4 + from % (whole.length - 4 - n);
        byte[] content = new byte[whole.length - 4 - n];
        System.arraycopy(whole, 4, content, 0, start - 4);
        System.arraycopy(whole, start + n, content, start - 4, whole.length - start - n);
        Map<ChipFile, byte[]> card = new EnumMap<>(CARD);
        card.put(ChipFile.SOD, TestSod.inTag(ChipFile.SOD, content));
        try {
            assertThat(PassiveAuthentication.check(card, CscaStore.empty(), NOW))
                    .isNotNull();
        } catch (CitizenChipException declared) {
            assertThat(declared.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void mutatedKeysAreJudgedOrRefused(
            @ForAll @Size(min = 1, max = 3) int[] places, @ForAll byte with, @ForAll boolean ofDg14) {
        byte[] dg14 = ofDg14 ? mutated(CHIP.dg14(), places, with, false) : CHIP.dg14();
        byte[] dg15 = ofDg14 ? CHIP.dg15() : mutated(CHIP.dg15(), places, with, false);
        try {
            ActiveAuthentication.verify(dg15, Optional.of(dg14), CHALLENGE, ANSWER);
        } catch (CitizenChipException declared) {
            assertThat(declared.getMessage()).isNotEmpty();
        }
    }

    private static byte[] mutated(byte[] whole, int[] places, byte with, boolean flip) {
        byte[] mutated = whole.clone();
        for (int place : places) {
            int at = Math.floorMod(place, mutated.length);
            mutated[at] = flip ? (byte) (mutated[at] ^ 1 << (with & 7)) : with;
        }
        return mutated;
    }
}
