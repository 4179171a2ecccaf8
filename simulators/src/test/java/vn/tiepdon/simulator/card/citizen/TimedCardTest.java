package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jmrtd.PassportService;
import org.junit.jupiter.api.Test;

class TimedCardTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final CardTiming BARE = new CardTiming(106, Duration.ZERO, Duration.ZERO);

    @Test
    void aByteTakesNineBitsAndAFrameSixBytesWithItsAnswer() {
        assertThat(BARE.of(5, 95, 0)).isEqualTo(Duration.ofNanos((5 + 95 + 12) * 9 * 1_000_000L / 106));
        assertThat(BARE.of(5, 600, 0)).isEqualTo(Duration.ofNanos((5 + 600 + 24) * 9 * 1_000_000L / 106));
        assertThat(BARE.withBitRate(848).of(5, 95, 0))
                .isLessThan(BARE.of(5, 95, 0).dividedBy(7));
        assertThat(BARE.withCryptoStep(Duration.ofMillis(40)).of(0, 0, 3).minus(BARE.of(0, 0, 0)))
                .isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void theModelAddsUpWithoutWaiting() throws Exception {
        Duration slow = readWith(CardTiming.slow());
        Duration fast = readWith(CardTiming.fast());
        assertThat(slow).isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
        assertThat(fast).isLessThan(slow.dividedBy(2));
    }

    @Test
    void aSleepingCardReallyTakesItsTime() {
        TimedCard card = TimedCard.sleeping(
                VirtualCitizenCard.of(CITIZEN, TestAuthority.vietnam()),
                new CardTiming(848, Duration.ofMillis(30), Duration.ZERO));
        long before = System.nanoTime();
        card.transmit(new byte[] {0, (byte) 0xA4, 2, 0x0C, 2, 1, 0x1C});
        assertThat(System.nanoTime() - before)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
        assertThat(card.commands()).isEqualTo(1);
        assertThat(card.elapsed()).isGreaterThan(Duration.ofMillis(30));
    }

    private static Duration readWith(CardTiming timing) throws Exception {
        TimedCard card = TimedCard.counting(VirtualCitizenCard.of(CITIZEN, TestAuthority.vietnam()), timing);
        Jmrtd reader = new Jmrtd(card);
        reader.openByCan(CITIZEN.can());
        reader.read(PassportService.EF_DG1);
        reader.read(PassportService.EF_DG13);
        return card.elapsed();
    }
}
