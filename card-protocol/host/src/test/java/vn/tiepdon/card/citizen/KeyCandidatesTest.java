package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCandidatesTest {

    private static final String NUMBER = "001190000123";
    private static final LocalDate BIRTH = LocalDate.of(1990, 1, 15);

    @Test
    void theCanComesFirstAndOnce() {
        List<AccessKey> keys = KeyCandidates.of(NUMBER, BIRTH, Optional.empty(), LocalDate.of(2026, 11, 22));
        assertThat(keys.get(0)).isEqualTo(new AccessKey.Can("000123"));
        assertThat(keys.subList(1, keys.size())).allMatch(AccessKey.Mrz.class::isInstance);
        assertThat(keys.get(1)).isEqualTo(new AccessKey.Mrz("190000123", "900115", "300115"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 300115/150115",
        "2028-01-14, 300115/150115",
        "2028-01-15, 300115/500115/150115",
        "2030-01-15, 500115/300115",
        "2047-06-01, 500115/300115",
        "2048-01-15, 500115/991231/300115",
        "2050-01-15, 991231/500115",
        "2003-06-01, 040115/150115"
    })
    void withoutADateOfIssueAllExpiryDatesThatCanBeAreTried(LocalDate today, String expiries) {
        assertThat(expiries(KeyCandidates.of(NUMBER, BIRTH, Optional.empty(), today)))
                .isEqualTo(expiries);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-01, 300115",
        "2028-01-14, 300115",
        "2028-01-15, 500115",
        "2029-12-31, 500115",
        "2048-01-14, 500115",
        "2048-01-15, 991231",
        "2055-01-01, 991231"
    })
    void theDateOfIssueLeavesOneExpiryDate(LocalDate issued, String expiry) {
        assertThat(expiries(KeyCandidates.of(NUMBER, BIRTH, Optional.of(issued), issued.plusDays(1))))
                .isEqualTo(expiry);
    }

    @Property(tries = 500)
    void neverMoreThanFiveKeysAndOneCan(
            @ForAll @IntRange(min = 0, max = 120) int age, @ForAll @IntRange(min = 0, max = 366) int days) {
        LocalDate today = LocalDate.of(2026, 11, 22);
        List<AccessKey> keys = KeyCandidates.of(NUMBER, today.minusYears(age).minusDays(days), Optional.empty(), today);
        assertThat(keys).hasSizeBetween(2, KeyCandidates.MAX).doesNotHaveDuplicates();
        assertThat(keys).filteredOn(AccessKey.Can.class::isInstance).hasSize(1);
    }

    @Test
    void aWrongNumberIsRefusedAndNotQuoted() {
        assertThatThrownBy(() -> KeyCandidates.of("12345", BIRTH, Optional.empty(), BIRTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("12345");
    }

    private static String expiries(List<AccessKey> keys) {
        return String.join(
                "/",
                keys.stream()
                        .filter(AccessKey.Mrz.class::isInstance)
                        .map(key -> ((AccessKey.Mrz) key).expiryDate())
                        .toList());
    }
}
