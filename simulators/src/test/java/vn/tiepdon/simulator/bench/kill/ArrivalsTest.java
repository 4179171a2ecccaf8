package vn.tiepdon.simulator.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final List<String> PATIENTS =
            IntStream.range(0, 120).mapToObj(i -> "BN" + i).toList();
    private static final List<String> CLINICS =
            IntStream.range(0, 30).mapToObj(i -> "PK" + i).toList();

    @Test
    void noPatientComesTwiceToTheSameClinicAndAllPairsAreUsed() {
        Arrivals arrivals = new Arrivals(PATIENTS, CLINICS, 6, new Random(1));
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < 120 * 5; i++) {
            Arrivals.Arrival arrival = arrivals.next();
            arrival.clinics().forEach(clinic -> assertThat(pairs.add(arrival.patient() + clinic))
                    .isTrue());
        }
        assertThat(pairs).hasSize(120 * 30);
        assertThatThrownBy(arrivals::next)
                .isInstanceOf(ArrivalsExhaustedException.class)
                .hasMessageContaining("--patients");
    }

    @Test
    void theSameSeedBringsTheSamePatients() {
        Arrivals one = new Arrivals(PATIENTS, CLINICS, 6, new Random(7));
        Arrivals other = new Arrivals(PATIENTS, CLINICS, 6, new Random(7));
        for (int i = 0; i < 100; i++) {
            assertThat(one.next()).isEqualTo(other.next());
        }
    }
}
