package vn.tiepdon.server.patient.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hòa, Nguyễn Thị Hoà",
        "Nguyễn Thị Hòa, '  nguyễn THỊ   hòa '",
        "Lý Thúy, Lí Thuý",
        "Trần Quý, Trần Quí",
        "Đặng Văn Đức, đặng văn đức"
    })
    void theSameNameHoweverTypedIsOne(String one, String other) {
        assertThat(score(one, other)).isEqualTo(1);
        assertThat(score(Normalizer.normalize(one, Normalizer.Form.NFD), other)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hòa, NGUYEN THI HOA, 0.94",
        "Nguyễn Thị Hòa, Hòa Nguyễn Thị, 0.96",
        "Nguyễn Thị Hòa, Nguyễn Hòa, 0.9",
        "Trần Văn Sơn, Trần Sơn, 0.9",
        "Quách Bích Nguyệt, Quách Bích Nguyệtt, 0.8",
        "Đỗ Văn Đạt, Do Van Dat, 0.94"
    })
    void theSameNameWithASlipIsMuchAlike(String one, String other, double atLeast) {
        assertThat(score(one, other)).isBetween(atLeast, 0.9999);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hòa, Nguyễn Thị Lan, 0.4",
        "Nguyễn Văn Hùng, Trần Văn Hùng, 0.75",
        "Nguyễn Thị Hoa, Nguyễn Thị Hòa, 0.85",
        "Lê Thị Cúc, Phạm Văn Sơn, 0.1"
    })
    void anotherNameIsLessAlike(String one, String other, double atMost) {
        assertThat(score(one, other)).isLessThanOrEqualTo(atMost);
    }

    @Test
    void aRareNameTellsMoreThanACommonOne() {
        assertThat(NameLikeness.of("Quách Bích Nguyệt", "Quách Bích Nguyệt").bits())
                .isGreaterThan(2
                        * NameLikeness.of("Nguyễn Văn Hùng", "Nguyễn Văn Hùng").bits());
    }

    @Property(tries = 500)
    void likenessIsSymmetricAndBounded(@ForAll("names") String one, @ForAll("names") String other) {
        NameLikeness there = NameLikeness.of(one, other);
        NameLikeness back = NameLikeness.of(other, one);
        assertThat(there.score()).isBetween(0.0, 1.0).isCloseTo(back.score(), Offset.offset(1e-12));
        assertThat(there.bits()).isCloseTo(back.bits(), Offset.offset(1e-12));
    }

    @Property(tries = 300)
    void aNameIsLikeItself(@ForAll("names") String name) {
        assertThat(score(name, Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(1);
    }

    @Property(tries = 300)
    void nothingThatSomebodyTypesBreaksIt(@ForAll @StringLength(max = 300) String one, @ForAll String other) {
        assertThat(score(one, other)).isBetween(0.0, 1.0);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "Nguyễn", "Trần", "Lê", "Thị", "Văn", "Vân", "Hòa", "Hoa", "Hoà", "Thúy", "Thủy", "Đức", "Y",
                        "NGUYEN", "H'Hen", "Niê", "Quách", "nguyen", "Lý", "Lí", "A")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    private static double score(String one, String other) {
        return NameLikeness.of(one, other).score();
    }
}
