package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.card.citizen.ChipPhoto;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.MalformedChipFileException;
import vn.tiepdon.card.citizen.PhotoUndecodableException;

/** A picture that was damaged, or made to do harm, is shown or refused; nobody waits for it. */
class DamagedPhotoTest {

    private static final int SEEDS = Integer.getInteger("tiepdon.chip.seeds", 300) / 2;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"JPEG_2000", "EXTENDED_LENGTH"})
    void aDamagedPhotoIsShownOrRefused(Quirk quirk) throws Exception {
        byte[] dg2 = photoOf(quirk);
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] damaged = damaged(dg2, new Random(seed));
            refused += assertTimeoutPreemptively(LONGEST, () -> isRefused(damaged), "seed " + seed) ? 1 : 0;
        }
        assertThat(refused).as("refused of %d", SEEDS).isBetween(1, SEEDS);
    }

    private static boolean isRefused(byte[] dg2) {
        try {
            ChipPhoto.decode(dg2);
            return false;
        } catch (MalformedChipFileException | PhotoUndecodableException e) {
            return true;
        }
    }

    /** Half of the damage is done to the first 400 bytes, where the headers are. */
    private static byte[] damaged(byte[] dg2, Random random) {
        byte[] damaged = dg2.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int within = random.nextBoolean() ? 400 : dg2.length;
            damaged[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] photoOf(Quirk quirk) throws Exception {
        Citizen citizen = Citizen.sample();
        ChipReader reader = new ChipReader((done, total) -> {});
        reader.read(
                VirtualCitizenCard.of(citizen, TestAuthority.vietnam(), quirk).transport(),
                List.of(citizen.can()),
                new byte[8]);
        return reader.photo();
    }
}
