package vn.tiepdon.server.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.settings.TiepDonSettings;

class FacilitiesTest {

    private static final FacilityId HERE = new FacilityId(1);

    private final Timetables timetables = mock();
    private final TiepDonSettings settings =
            new TiepDonSettings(null, null, Duration.ofHours(1), null, null, null, null, null, null);
    private final Facilities facilities = new Facilities(timetables, Clock.systemUTC(), settings);

    private static Optional<Timetable> named(String name) {
        Facility facility = new Facility(
                HERE,
                "00000",
                new Text(name, name),
                new Text("quầy", "desk"),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                LocalTime.of(3, 0),
                Optional.empty());
        return Optional.of(new Timetable(facility, List.of(), Map.of(), Map.of(), Map.of()));
    }

    @Test
    void aChangeDuringAReadIsSeenByTheNextOne() {
        when(timetables.version(HERE)).thenReturn(Optional.of(1L));
        when(timetables.read(HERE))
                .thenAnswer(call -> {
                    facilities.forget(new FacilityChanged(HERE));
                    return named("before");
                })
                .thenReturn(named("after"));
        facilities.get(HERE);
        assertThat(facilities.get(HERE).name().vi()).isEqualTo("after");
    }
}
