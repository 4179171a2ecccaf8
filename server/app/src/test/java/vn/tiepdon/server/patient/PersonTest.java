package vn.tiepdon.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.Sex;

class PersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Minh, NGUYỄN T. M.",
        "nguyễn  thị   minh, NGUYỄN T. M.",
        "Đặng Ánh, ĐẶNG Á.",
        "Y, Y.",
        "Lê, L.",
        "H'Hen Niê, H'HEN N."
    })
    void aMaskedNameShowsOnlyTheFamilyName(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualTo(masked);
        assertThat(MaskedName.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "MALE, 1950, ONG",
        "FEMALE, 1976-11-22, BA",
        "FEMALE, 1976-11-23, CHI",
        "MALE, 1976, ANH",
        "MALE, 2010-11-22, ANH",
        "FEMALE, 2010-11-23, CHAU",
        "UNKNOWN, 1950, ONG_BA"
    })
    void everybodyIsAddressedByAgeAndSexAndNeverTooOld(Sex sex, String born, Address address) {
        assertThat(FormOfAddress.of(sex, new BirthDate(born), TODAY)).isEqualTo(address);
    }

    @Test
    void birthDatesAgreeAsFarAsBothKnow() {
        BirthDate year = new BirthDate("1950");
        assertThat(year.agreesWith(new BirthDate("1950-03-02"))).isTrue();
        assertThat(new BirthDate("1950-03").agreesWith(new BirthDate("1950-04-02")))
                .isFalse();
        assertThat(BirthDate.parse("1950-13")).isEmpty();
        assertThat(BirthDate.parse("1950-02-30")).isEmpty();
        assertThat(BirthDate.parse(null)).isEmpty();
    }
}
