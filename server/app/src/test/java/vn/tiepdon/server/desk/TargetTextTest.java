package vn.tiepdon.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.TargetRange;

class TargetTextTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @ParameterizedTest
    @CsvSource({
        "PRESSURE, 150/90, 150/90",
        "PRESSURE, 130 - 150 / 70–90, 130-150/70-90",
        "PRESSURE, 150, 150",
        "PRESSURE, /95, /95",
        "GLUCOSE, 5-8.3/10, '5-8,3/10'",
        "HBA1C, '8,0', 8",
        "SPO2, 88, 88",
        "SPO2, 88-92, 88-92",
        "SPO2, '', ''"
    })
    void whatWasTypedIsShownAgainInOneWay(Measure measure, String typed, String shown) {
        assertThat(TargetText.written(measure, own(measure, typed), VIETNAMESE)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "PRESSURE, cao",
        "PRESSURE, 150/90/70",
        "PRESSURE, 90/150",
        "PRESSURE, 150-130",
        "PRESSURE, 1500/90",
        "PRESSURE, 85/60",
        "HBA1C, 64",
        "HBA1C, 8 %",
        "GLUCOSE, 130",
        "SPO2, 92-101"
    })
    void whatNobodyCanAimAtIsNotUnderstood(Measure measure, String typed) {
        assertThat(TargetText.read(measure, typed)).isEmpty();
    }

    @Property(tries = 300)
    void everyTargetThatIsShownIsReadAsTheSame(@ForAll @IntRange(min = 91, max = 299) int high, @ForAll boolean both) {
        String typed = both ? "90-" + high : String.valueOf(high);
        List<PersonalTarget> own = own(Measure.PRESSURE, typed);
        assertThat(own(Measure.PRESSURE, TargetText.written(Measure.PRESSURE, own, VIETNAMESE)))
                .isEqualTo(own);
    }

    @Property(tries = 300)
    void nothingTypedBreaksTheReader(@ForAll Measure measure, @ForAll @StringLength(max = 40) String typed) {
        assertThat(TargetText.read(measure, typed)).isNotNull();
    }

    @Test
    void aValueIsJudgedByThePatientsOwnTarget() {
        List<PersonalTarget> own = own(Measure.PRESSURE, "150");
        List<Aim> aims = Measure.PRESSURE.aims(own);
        assertThat(standing(Measure.PRESSURE.general(), 148, 85)).isEqualTo(Measure.Standing.HIGH);
        assertThat(standing(aims, 148, 85)).isEqualTo(Measure.Standing.GOOD);
        assertThat(standing(aims, 150, 85)).isEqualTo(Measure.Standing.HIGH);
        assertThat(standing(aims, 148, 90)).isEqualTo(Measure.Standing.HIGH);
        assertThat(standing(aims, 89, 70)).isEqualTo(Measure.Standing.LOW);
        assertThat(standing(Measure.PRESSURE.aims(own(Measure.PRESSURE, "130-150")), 125, 85))
                .isEqualTo(Measure.Standing.LOW);
    }

    private static Measure.Standing standing(List<Aim> aims, int systolic, int diastolic) {
        return Measure.standing(
                aims,
                List.of(measured(ObservationKind.SYSTOLIC, systolic), measured(ObservationKind.DIASTOLIC, diastolic)));
    }

    private static Observed measured(ObservationKind kind, int value) {
        return new Observed(kind, BigDecimal.valueOf(value), Instant.EPOCH, Optional.empty());
    }

    private static List<PersonalTarget> own(Measure measure, String typed) {
        Map<ObservationKind, Optional<TargetRange>> read =
                TargetText.read(measure, typed).orElseThrow();
        List<PersonalTarget> own = new ArrayList<>();
        read.forEach((kind, range) ->
                range.ifPresent(it -> own.add(new PersonalTarget(kind, it, "bs.lan", LocalDate.of(2026, 11, 1)))));
        return own;
    }
}
