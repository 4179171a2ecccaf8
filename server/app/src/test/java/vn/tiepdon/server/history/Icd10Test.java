package vn.tiepdon.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Icd10Test {

    @ParameterizedTest
    @CsvSource({"I10, I10", "e119, E11.9", " e11.9 , E11.9", "M1007, M10.07", "m10.07, M10.07"})
    void aCodeIsUnderstoodAsPeopleTypeIt(String typed, String code) {
        assertThat(Icd10.parse(typed)).contains(new Icd10(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I", "I1", "I1O", "10I", "I10.", "I10.123", "I10 9", "ÍI0", "I10;", "I10.9*", "E11..9"})
    void whatIsNoCodeIsRefused(String typed) {
        assertThat(Icd10.parse(typed)).isEmpty();
    }

    @Test
    void theCatalogueNamesEveryCodeInBothLanguagesAndNothingSensitive() {
        assertThat(new DiagnosisCatalogue(null).shipped())
                .hasSizeGreaterThan(120)
                .allSatisfy(one -> {
                    assertThat(one.name().vi()).isNotBlank();
                    assertThat(one.name().en()).isNotBlank();
                    assertThat(SensitiveDiagnosis.includes(one.code()))
                            .as(one.code().code())
                            .isFalse();
                });
    }

    @Test
    void aNameThatIsTooLongFitsAndSaysThatItIsShortened() {
        String name = "Nhiễm độc giáp với bướu giáp lan tỏa";
        assertThat(ShortText.within(name, 60)).isEqualTo(name);
        for (int bytes = 4; bytes < 48; bytes++) {
            String within = ShortText.within(name, bytes);
            assertThat(within).endsWith("…").doesNotContain(" …");
            assertThat(name).startsWith(within.substring(0, within.length() - 1));
            assertThat(within.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(bytes);
        }
        assertThat(ShortText.within("a😀b", 5)).isEqualTo("a…");
    }
}
