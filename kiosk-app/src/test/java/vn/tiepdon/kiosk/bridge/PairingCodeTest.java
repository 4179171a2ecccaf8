package vn.tiepdon.kiosk.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PairingCodeTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private Instant now = START;

    private final PairingCode code = new PairingCode(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aCodeHasSixDigitsAndIsGoodForFiveMinutes() {
        String shown = code.renew();
        assertThat(shown).matches("[0-9]{6}");
        now = START.plus(PairingCode.LIFE);
        assertThat(code.redeem(shown)).isFalse();
        now = START;
        assertThat(code.redeem(shown)).isFalse();
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOld() {
        String old = code.renew();
        String shown = code.renew();
        assertThat(old.equals(shown) || !code.redeem(old)).isTrue();
        assertThat(code.redeem(shown)).isTrue();
    }

    @Test
    void withoutACodeNothingPairs() {
        assertThat(code.redeem("")).isFalse();
        assertThat(code.redeem("000000")).isFalse();
    }
}
