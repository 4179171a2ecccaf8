package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.card.citizen.MalformedZoneException.Problem;

class MachineReadableZoneTest {

    private static final int COMPOSITE = 59;

    /** Of document number, birth date and expiry date: the composite digit holds for the zone with the wrong one. */
    @ParameterizedTest
    @CsvSource({"14, 1", "14, <", "36, 1", "44, 1", "44, <"})
    void eachCheckDigitHasToHoldByItself(int at, String wrong) {
        assertNone(with(at, wrong), Problem.CHECK_DIGIT);
    }

    @Test
    void theLastDigitHasToHoldForAllOfThem() throws Exception {
        assertThat(with(48, "B")).isNotEqualTo(ChipFiles.ZONE);
        assertThat(MachineReadableZone.parse(with(48, "B")).issuer()).isEqualTo("VNM");
        assertNone(ChipFiles.ZONE.substring(0, 48) + "B" + ChipFiles.ZONE.substring(49), Problem.CHECK_DIGIT);
    }

    @Test
    void aDateThatIsMissingMayHaveAFillerForItsDigit() throws Exception {
        for (String digit : new String[] {"<", "0"}) {
            MachineReadableZone zone = MachineReadableZone.parse(with(38, "<<<<<<" + digit));
            assertThat(zone.expiryDate()).isEqualTo("<<<<<<");
        }
        assertNone(with(38, "<<<<<<1"), Problem.CHECK_DIGIT);
    }

    @Test
    void aZoneWithAWholeBirthDateIsAKey() throws Exception {
        assertThat(MachineReadableZone.parse(ChipFiles.ZONE).key())
                .contains(new AccessKey.Mrz("190000123", "900115", "300115"));
        for (String birth : new String[] {"90<<<<", "<<0115", "9001<<"}) {
            String zone = with(30, birth + MachineReadableZone.checkDigit(birth));
            assertThat(MachineReadableZone.parse(zone).key()).as(birth).isEmpty();
        }
    }

    @Test
    void theNationalNumberIsVietnamsAndFitsTheDocumentNumber() throws Exception {
        assertThat(MachineReadableZone.parse(ChipFiles.ZONE).nationalNumber()).contains("001190000123");
        assertThat(MachineReadableZone.parse(with(2, "LAO")).nationalNumber()).isEmpty();
        assertThat(MachineReadableZone.parse(with(15, "001190000124")).nationalNumber())
                .isEmpty();
        assertThat(MachineReadableZone.parse(with(29, "7")).nationalNumber()).isEmpty();
        assertThat(MachineReadableZone.parse(with(15, "<".repeat(15))).nationalNumber())
                .isEmpty();
    }

    @Test
    void aZoneHasThreeLinesOfThirtyCharactersInTheirFields() {
        assertNone(ChipFiles.ZONE.substring(1), Problem.LENGTH);
        assertNone(ChipFiles.ZONE + "<", Problem.LENGTH);
        assertNone("P" + ChipFiles.ZONE.substring(1), Problem.FIELDS);
        assertNone(ChipFiles.ZONE.substring(0, 89) + "1", Problem.FIELDS);
    }

    private static void assertNone(String text, Problem problem) {
        assertThatThrownBy(() -> MachineReadableZone.parse(text))
                .isInstanceOfSatisfying(MalformedZoneException.class, e -> assertThat(e.problem())
                        .isEqualTo(problem));
    }

    /** Another text at this place, and the composite digit that goes with it (Doc 9303 part 5, 4.2.4). */
    private static String with(int at, String other) {
        String zone = ChipFiles.ZONE.substring(0, at) + other + ChipFiles.ZONE.substring(at + other.length());
        String all = zone.substring(5, 37) + zone.substring(38, 45) + zone.substring(48, COMPOSITE);
        return zone.substring(0, COMPOSITE) + MachineReadableZone.checkDigit(all) + zone.substring(COMPOSITE + 1);
    }
}
