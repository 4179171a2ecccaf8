package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.KeyCandidates;
import vn.tiepdon.kiosk.device.ChipAccess;

class CitizenReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String NUMBER = "001150000123";
    private static final LocalDate BIRTH = LocalDate.of(1950, 3, 2);

    @Test
    void theKeysFollowFromWhatTheCodeSays() {
        LocalDate issued = LocalDate.of(2022, 2, 1);
        assertThat(CitizenReading.keys(new ChipAccess.Code(NUMBER, BIRTH, issued), TODAY))
                .isEqualTo(KeyCandidates.of(NUMBER, BIRTH, Optional.of(issued), TODAY));
        assertThat(CitizenReading.keys(new ChipAccess.Code(NUMBER, BIRTH, null), TODAY))
                .isEqualTo(KeyCandidates.of(NUMBER, BIRTH, Optional.empty(), TODAY));
    }

    @Test
    void withoutAWholeBirthDateOnlyTheDigitsAreTried() {
        assertThat(CitizenReading.keys(new ChipAccess.Code(NUMBER, null, null), TODAY))
                .containsExactly(new AccessKey.Can("000123"));
    }

    @Test
    void typedDigitsAreTheOnlyKey() {
        assertThat(CitizenReading.keys(new ChipAccess.Typed("654321", NUMBER), TODAY))
                .containsExactly(new AccessKey.Can("654321"));
    }
}
