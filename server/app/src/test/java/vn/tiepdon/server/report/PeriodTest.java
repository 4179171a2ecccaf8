package vn.tiepdon.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void theMonthBeforeAMonthIsAMonthAndOtherPeriodsAreAsLongAsTheOneBefore() {
        assertThat(Period.month(DAY).before()).isEqualTo(Period.month(LocalDate.of(2026, 10, 1)));
        assertThat(Period.week(DAY)).isEqualTo(new Period(LocalDate.of(2026, 11, 16), DAY));
        assertThat(Period.week(DAY).before().to()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(Period.day(DAY).before()).isEqualTo(Period.day(DAY.minusDays(1)));
        assertThat(Period.year(DAY).days()).isEqualTo(365);
    }

    @Test
    void aPeriodHasOneTo366Days() {
        assertThat(Period.parse("2026-01-01", "2027-01-01")).isPresent();
        assertThat(Period.parse("2026-01-01", "2027-01-02")).isEmpty();
        assertThat(Period.parse("2026-01-02", "2026-01-01")).isEmpty();
        assertThat(Period.parse("-999999999-01-01", "+999999999-12-31")).isEmpty();
        assertThat(Period.parse(null, "x")).isEmpty();
        assertThatThrownBy(() -> new Period(DAY, DAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void percentilesAreThoseOfTheSortedValues(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 300) Integer> values) {
        Spread spread = new Spread();
        values.forEach(it -> spread.add(it, 1));
        List<Integer> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        assertThat(spread.median()).isEqualTo(sorted.get((sorted.size() + 1) / 2 - 1));
        assertThat(spread.nineOfTen()).isEqualTo(sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1));
        assertThat(spread.below(150))
                .isEqualTo(sorted.stream().filter(it -> it < 150).count());
    }
}
