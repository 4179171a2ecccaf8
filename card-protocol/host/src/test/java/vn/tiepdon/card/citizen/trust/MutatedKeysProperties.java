package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.card.citizen.CitizenChipException;

/** Whatever key a chip shows, its answer is judged or refused with one of the exceptions that are named. */
class MutatedKeysProperties {

    private static final TestChipKey CHIP = TestChipKey.ec();
    private static final byte[] CHALLENGE = new byte[ActiveAuthentication.CHALLENGE_LENGTH];
    private static final byte[] ANSWER = CHIP.answer(CHALLENGE);

    @Property(tries = 1000)
    void mutatedKeysAreJudgedOrRefused(
            @ForAll @Size(min = 1, max = 3) int[] places, @ForAll byte with, @ForAll boolean ofDg14) {
        byte[] dg14 = ofDg14 ? mutated(CHIP.dg14(), places, with) : CHIP.dg14();
        byte[] dg15 = ofDg14 ? CHIP.dg15() : mutated(CHIP.dg15(), places, with);
        try {
            ActiveAuthentication.verify(dg15, Optional.of(dg14), CHALLENGE, ANSWER);
        } catch (CitizenChipException declared) {
            assertThat(declared.getMessage()).isNotEmpty();
        }
    }

    private static byte[] mutated(byte[] whole, int[] places, byte with) {
        byte[] mutated = whole.clone();
        for (int place : places) {
            mutated[Math.floorMod(place, mutated.length)] = with;
        }
        return mutated;
    }
}
