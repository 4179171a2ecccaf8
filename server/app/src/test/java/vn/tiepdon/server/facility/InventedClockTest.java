package vn.tiepdon.server.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.settings.TiepDonSettings;

class InventedClockTest {

    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-23T06:00:00+07:00");

    @Test
    void itStandsStillUntilTheServerIsReadyAndThenRunsAsFastAsItWasTold() {
        AtomicLong nanos = new AtomicLong();
        InventedClock clock = new InventedClock(Instant.EPOCH, 60, nanos::get);
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.run();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(Duration.ofMinutes(2)));
    }

    @Test
    void onlyAnInventedHospitalHasATimeOfItsOwn() {
        assertThat(clock(null, 1, false)).isEqualTo(Clock.systemUTC());
        assertThat(clock(MORNING, 60, true).instant()).isEqualTo(MORNING.toInstant());
        assertThatThrownBy(() -> clock(MORNING, 60, false)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> clock(null, 60, true)).isInstanceOf(IllegalStateException.class);
    }

    private static Clock clock(OffsetDateTime starts, int speed, boolean invented) {
        TiepDonSettings.Synthetic synthetic = new TiepDonSettings.Synthetic(invented, 1, 1, true, 0);
        TiepDonSettings settings = new TiepDonSettings(null, null, null, null, null, null, null, null, synthetic);
        return new ClockConfiguration().clock(new ClockSettings(starts, speed), settings);
    }
}
