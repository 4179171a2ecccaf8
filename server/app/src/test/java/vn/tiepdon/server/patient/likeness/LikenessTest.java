package vn.tiepdon.server.patient.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.likeness.Evidence.Agreement;

class LikenessTest {

    @Test
    void whoSharesANumberAndDiffersInNothingIsCertainlyTheSame() {
        Features one = with("Nguyễn Thị Hòa", "1950-03-02", IdentifierKind.NATIONAL, "001150000001");
        assertThat(Likeness.of(one, one).score()).isEqualTo(1);
        assertThat(Likeness.of(one, with("Nguyễn Thị Hoà", "1950-03-02", IdentifierKind.NATIONAL, "001150000001"))
                        .score())
                .isEqualTo(1);
    }

    @Test
    void aCommonNameAndADateAreLessThanARareNameAndADate() {
        assertThat(score("Nguyễn Văn Hùng", "1950-03-02")).isBetween(0.3, 0.8);
        assertThat(score("Nguyễn Văn Hùng", "1950")).isLessThan(0.05);
        assertThat(score("Quách Bích Nguyệt", "1950-03-02")).isGreaterThan(0.999);
        assertThat(score("Quách Bích Nguyệt", "1950")).isBetween(0.8, 0.999);
    }

    @Test
    void anOldNumberOfTheOneIsTheOthersToo() {
        Features one = new Features(
                "Nguyễn Thị Hòa",
                new BirthDate("1950"),
                Sex.FEMALE,
                Map.of(IdentifierKind.INSURANCE, Set.of("0190000001", "0190000002")),
                Optional.empty());
        Features other = with("NGUYEN THI HOA", "1950-03-02", IdentifierKind.INSURANCE, "0190000001");
        Likeness likeness = Likeness.of(one, other);
        assertThat(likeness.agreement(Aspect.INSURANCE)).isEqualTo(Agreement.SAME);
        assertThat(likeness.score()).isGreaterThan(0.95);
    }

    @Test
    void dayAndMonthChangedForEachOtherAreAlike() {
        Features one = with("Quách Bích Nguyệt", "1950-03-02", IdentifierKind.HOSPITAL, "A");
        Features other = with("Quách Bích Nguyệt", "1950-02-03", IdentifierKind.HOSPITAL, "B");
        assertThat(Likeness.of(one, other).agreement(Aspect.BIRTH_DATE)).isEqualTo(Agreement.ALIKE);
        assertThat(Likeness.of(one, other).score()).isGreaterThan(0.8);
    }

    @Property(tries = 500)
    void likenessIsSymmetricAndBounded(@ForAll("people") Features one, @ForAll("people") Features other) {
        double score = Likeness.of(one, other).score();
        assertThat(score).isBetween(0.0, 1.0).isCloseTo(Likeness.of(other, one).score(), Offset.offset(1e-9));
    }

    @Property(tries = 500)
    void whoHasOtherNumbersIsNeverCertainlyTheSame(@ForAll("people") Features one, @ForAll("people") Features other) {
        boolean differ = Set.of(IdentifierKind.NATIONAL, IdentifierKind.INSURANCE).stream()
                .anyMatch(kind -> !one.numbers(kind).isEmpty()
                        && !other.numbers(kind).isEmpty()
                        && one.numbers(kind).stream().noneMatch(other.numbers(kind)::contains));
        if (differ) {
            assertThat(Likeness.of(one, other).score()).isLessThan(1);
        }
    }

    @Provide
    Arbitrary<Features> people() {
        Arbitrary<String> names =
                Arbitraries.of("Nguyễn Thị Hòa", "NGUYEN THI HOA", "Quách Bích Nguyệt", "Trần Văn Sơn", "Hòa Nguyễn");
        Arbitrary<String> dates = Arbitraries.of("1950", "1950-03", "1950-03-02", "1950-02-03", "1950-01-01", "1961");
        Arbitrary<Map<IdentifierKind, Set<String>>> numbers = Arbitraries.maps(
                        Arbitraries.of(IdentifierKind.values()),
                        Arbitraries.of("1", "2", "3").set().ofMinSize(1))
                .ofMaxSize(3);
        return Combinators.combine(names, dates, Arbitraries.of(Sex.values()), numbers)
                .as((name, date, sex, all) -> new Features(name, new BirthDate(date), sex, all, Optional.empty()));
    }

    private static double score(String name, String born) {
        Features one = with(name, born, IdentifierKind.HOSPITAL, "A");
        return Likeness.of(one, with(name, born, IdentifierKind.HOSPITAL, "B")).score();
    }

    private static Features with(String name, String born, IdentifierKind kind, String number) {
        return new Features(name, new BirthDate(born), Sex.FEMALE, Map.of(kind, Set.of(number)), Optional.empty());
    }
}
