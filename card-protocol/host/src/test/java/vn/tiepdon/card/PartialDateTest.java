package vn.tiepdon.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({"1950, 19500000", "1950-03, 19500300", "1950-03-02, 19500302"})
    void isoAndCompactFormsAreTheSameDate(String iso, String compact) {
        PartialDate date = PartialDate.parse(iso);
        assertThat(date).isEqualTo(PartialDate.parseCompact(compact)).hasToString(iso);
        assertThat(date.toCompact()).isEqualTo(compact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "1950-00", "1950-13", "1950-02-30", "1950-3", "1950-03-", "19500302", "1700"})
    void whatIsNoDateIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessageNotContaining("195");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1800", "2299", "1800-01", "2299-12-31", "1950-01-01"})
    void fiveCenturiesAreKnown(String text) {
        assertThat(PartialDate.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1799", "2300"})
    void otherCenturiesAreNoDates(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void negativePartsAreNoDate() {
        assertThatThrownBy(() -> new PartialDate(1950, -1, 0)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new PartialDate(1950, 1, -1)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void aCalendarDayIsAWholeDate() {
        assertThat(PartialDate.of(LocalDate.of(2024, 2, 29))).hasToString("2024-02-29");
    }

    @Test
    void aDayWithoutItsMonthIsNoDate() {
        assertThatThrownBy(() -> PartialDate.parseCompact("19500002")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void onlyAWholeDateIsACalendarDay() {
        assertThat(PartialDate.parse("2024-02-29").toLocalDate()).contains(LocalDate.of(2024, 2, 29));
        assertThat(PartialDate.parse("2024-02").toLocalDate()).isEmpty();
    }
}
