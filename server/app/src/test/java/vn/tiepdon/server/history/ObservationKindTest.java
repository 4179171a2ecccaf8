package vn.tiepdon.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationKindTest {

    private static String from(ObservationKind kind, String value, String unit) {
        return kind.fromUnit(new BigDecimal(value), unit)
                .orElseThrow()
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void glucoseInMilligramsIsUnderstood() {
        assertThat(from(ObservationKind.GLUCOSE, "126", "mg/dL")).isEqualTo("7.0");
        assertThat(from(ObservationKind.FASTING_GLUCOSE, "180", "MG/DL")).isEqualTo("10.0");
        assertThat(from(ObservationKind.GLUCOSE, "7.0", "mmol/l")).isEqualTo("7.0");
    }

    @Test
    void hba1cOfTheOtherScaleIsUnderstood() {
        assertThat(from(ObservationKind.HBA1C, "53", "mmol/mol")).isEqualTo("7.0");
        assertThat(from(ObservationKind.HBA1C, "48", "mmol/mol")).isEqualTo("6.5");
    }

    @Test
    void theOtherCommonUnitsAreUnderstood() {
        assertThat(from(ObservationKind.CREATININE, "1", "mg/dL")).isEqualTo("88.4");
        assertThat(from(ObservationKind.LDL, "100", "mg/dL")).isEqualTo("2.6");
        assertThat(from(ObservationKind.TRIGLYCERIDES, "150", "mg/dL")).isEqualTo("1.7");
        assertThat(from(ObservationKind.FEV1_FVC, "0.68", "1")).isEqualTo("68.0");
        assertThat(from(ObservationKind.HEIGHT, "1.62", "m")).isEqualTo("162.0");
        assertThat(ObservationKind.WEIGHT.fromUnit(BigDecimal.ONE, "mmol/L")).isEmpty();
    }

    @Test
    void aWrongUnitOrCommaIsNotPlausible() {
        assertThat(ObservationKind.GLUCOSE.plausible(new BigDecimal("126"))).isFalse();
        assertThat(ObservationKind.SYSTOLIC.plausible(new BigDecimal("15"))).isFalse();
        assertThat(ObservationKind.HBA1C.plausible(new BigDecimal("53"))).isFalse();
        assertThat(ObservationKind.HBA1C.plausible(new BigDecimal("2.5"))).isTrue();
    }

    @Test
    void everyKindIsFoundByItsOwnCodeAndFitsItsColumn() {
        assertThat(Arrays.stream(ObservationKind.values()).map(ObservationKind::loinc))
                .doesNotHaveDuplicates();
        for (ObservationKind kind : ObservationKind.values()) {
            assertThat(ObservationKind.ofLoinc(kind.loinc())).contains(kind);
            assertThat(kind.name()).hasSizeLessThanOrEqualTo(20);
        }
        assertThat(ObservationKind.ofLoinc("59261-8")).contains(ObservationKind.HBA1C);
        assertThat(ObservationKind.ofLoinc("0000-0")).isEmpty();
    }

    @Test
    void aValueIsKeptInOneForm() {
        Observed told =
                new Observed(ObservationKind.SYSTOLIC, new BigDecimal("1.50E+2"), Instant.EPOCH, Optional.empty());
        assertThat(told)
                .isEqualTo(new Observed(
                        ObservationKind.SYSTOLIC, new BigDecimal("150.0000"), Instant.EPOCH, Optional.of(" ")));
        assertThat(told.value().toString()).isEqualTo("150");
        assertThatThrownBy(() -> new Observed(
                        ObservationKind.SYSTOLIC, new BigDecimal("1000000"), Instant.EPOCH, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
