package vn.tiepdon.server.coverage.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsuranceCardTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    @Test
    void aFullNumberTellsObjectLevelAndProvince() {
        InsuranceNumber number = InsuranceNumber.parse("DN4010190000123").orElseThrow();
        assertThat(number.objectCode()).contains("DN");
        assertThat(number.benefitLevel()).contains("4");
        assertThat(number.province()).contains("01");
        assertThat(number.mayBe(new InsuranceNumber("0190000123"))).isTrue();
        assertThat(number.mayBe(new InsuranceNumber("0190000124"))).isFalse();
        assertThat(number).hasToString("InsuranceNumber[15]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "019000012",
                "01900001234",
                "D44010190000123",
                "DN6010190000123",
                "DN401019000012O",
                "dn4010190000123",
                " 0190000123",
                "0190000123\n",
                "０１９０００0123",
                "DN40101900001234",
                "DNA010190000123"
            })
    void whatHasNotTheFormIsNoNumber(String text) {
        assertThat(InsuranceNumber.parse(text)).isEmpty();
    }

    @Property(tries = 300)
    void nothingIsMended(@ForAll @StringLength(max = 16) String text) {
        InsuranceNumber.parse(text)
                .ifPresent(number -> assertThat(number.text()).isEqualTo(text));
    }

    @Test
    void provincesAreMergedFromTheDayOn() {
        FacilityCode binhDuong = FacilityCode.parse("74001").orElseThrow();
        FacilityCode saiGon = FacilityCode.parse("79001").orElseThrow();
        assertThat(InsuranceTables.sameProvince(binhDuong, saiGon, BEFORE)).isFalse();
        assertThat(InsuranceTables.sameProvince(binhDuong, saiGon, AFTER)).isTrue();
        assertThat(InsuranceTables.province("10", AFTER)).contains("15");
        assertThat(InsuranceTables.province("03", AFTER)).isEmpty();
    }

    @Test
    void sharesFollowTheLevel() {
        assertThat(InsuranceTables.share("3", AFTER)).contains(95);
        assertThat(InsuranceTables.share("4", AFTER)).contains(80);
        assertThat(InsuranceTables.share("6", AFTER)).isEmpty();
        assertThat(InsuranceTables.group("TE", AFTER)).contains("BUDGET");
    }

    @Test
    void aListInWhichACodeMeansTwoThingsOnADayIsRefused() {
        String list = """
                code,from,until,now,source
                01,2020-01-01,,01,x
                01,2021-01-01,,02,x
                """;
        assertThatThrownBy(() -> DatedTable.read(new StringReader(list), line -> line.get("now")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7900", "790011", "A9001", "79-01", "79o01", ""})
    void whatHasNotTheFormIsNoFacility(String text) {
        assertThat(FacilityCode.parse(text)).isEmpty();
    }
}
