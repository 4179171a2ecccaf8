package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.jmrtd.PassportService;
import org.jmrtd.lds.icao.DG1File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JMRTD, which shares no code with the card, is the witness. */
class CardOpeningTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final TestAuthority VIETNAM = TestAuthority.vietnam();
    private static final short[] READABLE = {
        PassportService.EF_COM,
        PassportService.EF_DG1,
        PassportService.EF_DG2,
        PassportService.EF_DG13,
        PassportService.EF_DG14,
        PassportService.EF_DG15,
        PassportService.EF_SOD
    };

    @Test
    void basicAccessControlOpensTheCard() throws Exception {
        Jmrtd reader = new Jmrtd(card());
        reader.openByBac(CITIZEN.mrz());
        assertEverythingIsReadable(reader);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"KNOWS_MASTER_FILE", "PACE_P384", "PACE_TRIPLE_DES", "PACE_AES_192", "PACE_AES_256"})
    void paceOpensTheCardWithItsAccessNumberAndWithItsMachineReadableZone(Quirk quirk) throws Exception {
        assertAccessNumberOpens(quirk);
        assertZoneOpens(quirk);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"SHORT_READS", "JPEG_2000", "EXPLICIT_CURVES", "OLD_NUMBER_LAST", "ACCESS_FILE_OUTSIDE_ONLY"})
    void aQuirkDoesNotKeepAPatientReaderOut(Quirk quirk) throws Exception {
        assertAccessNumberOpens(quirk);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"PACE_TRIPLE_DES", "PACE_AES_192", "PACE_AES_256"})
    void everyCipherGoesWithTheLargerCurveToo(Quirk cipher) throws Exception {
        assertZoneOpens(cipher, Quirk.PACE_P384);
    }

    @Test
    void filesAreFoundByTheirShortIdentifiersToo() throws Exception {
        Jmrtd reader = new Jmrtd(card(), 256, true);
        reader.openByCan(CITIZEN.can());
        assertEverythingIsReadable(reader);
    }

    @Test
    void extendedLengthsReadMoreAtATime() throws Exception {
        Jmrtd reader = new Jmrtd(card(Quirk.EXTENDED_LENGTH), 65_536, false);
        reader.openByBac(CITIZEN.mrz());
        assertEverythingIsReadable(reader);
    }

    @Test
    void theCardWithoutExpiryOpensWithTheLastDayOfTheCentury() throws Exception {
        Citizen old = CITIZEN.withoutExpiry();
        assertThat(old.mrz().expiryDate()).isEqualTo("991231");
        Jmrtd reader = new Jmrtd(VirtualCitizenCard.of(old, VIETNAM));
        reader.openByMrz(old.mrz());
        assertEverythingIsReadable(reader);
    }

    private static VirtualCitizenCard card(Quirk... quirks) {
        return VirtualCitizenCard.of(CITIZEN, VIETNAM, quirks);
    }

    private static void assertAccessNumberOpens(Quirk... quirks) throws Exception {
        Jmrtd reader = new Jmrtd(card(quirks));
        reader.openByCan(CITIZEN.can());
        assertEverythingIsReadable(reader);
    }

    private static void assertZoneOpens(Quirk... quirks) throws Exception {
        Jmrtd reader = new Jmrtd(card(quirks));
        reader.openByMrz(CITIZEN.mrz());
        assertEverythingIsReadable(reader);
    }

    private static void assertEverythingIsReadable(Jmrtd reader) throws Exception {
        for (short file : READABLE) {
            assertThat(reader.read(file)).as("%04X", file).hasSizeGreaterThan(8);
        }
        DG1File zone = new DG1File(new ByteArrayInputStream(reader.read(PassportService.EF_DG1)));
        assertThat(zone.getMRZInfo().getDocumentNumber()).isEqualTo("190000123");
    }
}
