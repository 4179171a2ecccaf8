package vn.tiepdon.server.facility;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The server's clock, to the microsecond that both databases keep. */
@Component
public class HospitalClock {

    private final Clock clock;

    HospitalClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it says what an invented hospital was told, which no other may live by. */
    public boolean isInvented() {
        return clock instanceof InventedClock;
    }

    public BusinessDay today(Facility facility) {
        return facility.businessDayAt(now());
    }
}
