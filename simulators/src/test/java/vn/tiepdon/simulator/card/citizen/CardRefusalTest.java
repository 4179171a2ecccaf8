package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PassportService;
import org.jmrtd.protocol.ReadBinaryAPDUSender;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.citizen.AccessKey;

class CardRefusalTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String SELECT_APPLICATION = "00A4040C07A0000002471001";
    private static final Citizen CITIZEN = Citizen.sample();
    private static final TestAuthority VIETNAM = TestAuthority.vietnam();
    private static final AccessKey.Can WRONG = new AccessKey.Can("000000");

    @Test
    void nothingIsReadWithoutAKey() {
        VirtualCitizenCard card = card();
        assertThat(say(card, SELECT_APPLICATION)).isEqualTo("9000");
        assertThat(say(card, "00A4020C020101")).isEqualTo("6982");
        assertThat(say(card, "00B0810008")).isEqualTo("6982");
        assertThat(say(card, "00B0000008")).isEqualTo("6982");
        assertThat(say(card, "0088000008F173589974BF40C600")).isEqualTo("6982");
    }

    @Test
    void cardAccessIsReadWithoutAKey() {
        VirtualCitizenCard card = card();
        assertThat(say(card, "00A4020C02011C")).isEqualTo("9000");
        assertThat(say(card, "00B0000008")).matches("31143012060A04009000");
        assertThat(say(card, "00B09C0001")).isEqualTo("319000");
        assertThat(say(card(Quirk.NO_PACE), "00A4020C02011C")).isEqualTo("6A82");
    }

    @Test
    void mostCardsKnowNoMasterFile() {
        assertThat(say(card(), "00A4000C023F00")).isEqualTo("6D00");
        assertThat(say(card(Quirk.KNOWS_MASTER_FILE), "00A4000C023F00")).isEqualTo("9000");
    }

    @Test
    void someCardsShowCardAccessOnlyOutsideOfTheApplication() {
        VirtualCitizenCard card = card(Quirk.ACCESS_FILE_OUTSIDE_ONLY, Quirk.KNOWS_MASTER_FILE);
        assertThat(say(card, SELECT_APPLICATION)).isEqualTo("9000");
        assertThat(say(card, "00A4020C02011C")).isEqualTo("6A82");
        assertThat(say(card, "00A4000C023F00")).isEqualTo("9000");
        assertThat(say(card, "00A4020C02011C")).isEqualTo("9000");
    }

    @Test
    void fingerprintsAreRefusedAndOtherDataAreNotThere() throws Exception {
        Jmrtd reader = new Jmrtd(card());
        reader.openByCan(CITIZEN.can());
        assertThatThrownBy(() -> reader.service().getInputStream(PassportService.EF_DG3, 200))
                .isInstanceOf(CardServiceException.class);
        assertThat(statusOfSelecting(reader, PassportService.EF_DG3)).isEqualTo(0x6982);
        assertThat(statusOfSelecting(reader, PassportService.EF_DG11)).isEqualTo(0x6A82);
        assertThat(reader.read(PassportService.EF_DG1)).isNotEmpty();
    }

    @Test
    void aWrongMacEndsTheSession() throws Exception {
        VirtualCitizenCard card = card();
        Jmrtd reader = new Jmrtd(card);
        reader.openByCan(CITIZEN.can());
        assertThat(say(card, "0CB000000D9701048E08000000000000000000")).isEqualTo("6988");
        assertThatThrownBy(() -> reader.read(PassportService.EF_DG1)).isInstanceOf(CardServiceException.class);
    }

    @Test
    void missingProtectionEndsTheSession() throws Exception {
        VirtualCitizenCard card = card();
        Jmrtd reader = new Jmrtd(card);
        reader.openByCan(CITIZEN.can());
        assertThat(say(card, "00B0810008")).isEqualTo("6982");
        assertThatThrownBy(() -> reader.read(PassportService.EF_DG1)).isInstanceOf(CardServiceException.class);
        new Jmrtd(card).openByCan(CITIZEN.can());
        assertThat(say(card, "0CB000000397010400")).isEqualTo("6987");
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneTakenAfterIt() throws Exception {
        Jmrtd reader = new Jmrtd(card());
        assertThat(statusOfWrongPassword(reader)).isEqualTo(0x6300);
        assertThat(statusOfWrongPassword(reader)).isEqualTo(0x6300);
        assertThat(statusOfWrongPassword(reader)).isEqualTo(0x6300);
        reader.openByCan(CITIZEN.can());
        assertThat(reader.read(PassportService.EF_DG1)).isNotEmpty();
    }

    @Test
    void aSuspiciousCardTakesNoMorePasswordsUntilItIsPoweredUpAgain() throws Exception {
        VirtualCitizenCard card = card(Quirk.SUSPENDS);
        Jmrtd reader = new Jmrtd(card);
        for (int i = 0; i < 3; i++) {
            assertThat(statusOfWrongPassword(reader)).isEqualTo(0x6300);
        }
        assertThat(statusOfWrongPassword(reader)).isEqualTo(0x6985);
        card.reset();
        reader.openByCan(CITIZEN.can());
        assertThat(reader.read(PassportService.EF_DG1)).isNotEmpty();
    }

    @Test
    void aSlowingCardTakesLongerAfterEachWrongPassword() throws Exception {
        VirtualCitizenCard card = card(Quirk.RETRY_DELAY);
        Jmrtd reader = new Jmrtd(card);
        statusOfWrongPassword(reader);
        int before = card.cryptoSteps();
        statusOfWrongPassword(reader);
        assertThat(card.cryptoSteps() - before).isGreaterThan(20);
    }

    @Test
    void basicAccessControlMayBeSwitchedOff() throws Exception {
        Jmrtd reader = new Jmrtd(card(Quirk.NO_BAC));
        assertThatThrownBy(() -> reader.openByBac(CITIZEN.mrz())).isInstanceOf(CardServiceException.class);
    }

    @Test
    void aPointThatIsNotOnTheCurveEndsPace() {
        VirtualCitizenCard card = card();
        assertThat(say(card, "0022C1A40F800A04007F00070202040202830102")).isEqualTo("9000");
        assertThat(say(card, "10860000027C0000")).endsWith("9000");
        assertThat(say(card, "10860000457C43814104" + "11".repeat(64) + "00")).isEqualTo("6A80");
        assertThat(say(card, "10860000027C0000")).isEqualTo("6985");
    }

    @Test
    void nothingOfAProtocolSurvivesTheReset() {
        VirtualCitizenCard card = card();
        say(card, "0022C1A40F800A04007F00070202040202830102");
        card.reset();
        assertThat(say(card, "10860000027C0000")).isEqualTo("6985");
        say(card, SELECT_APPLICATION);
        card.reset();
        assertThat(say(card, "0084000008")).isEqualTo("6985");
    }

    @Test
    void whatIsNoCommandIsAWrongLength() {
        VirtualCitizenCard card = card();
        assertThat(say(card, "00A4")).isEqualTo("6700");
        assertThat(say(card, "00A4040C09A000")).isEqualTo("6700");
        assertThat(say(card, "00B000000003E8")).isEqualTo("6700");
        assertThat(say(card, "00E0000000")).isEqualTo("6D00");
    }

    @Test
    void whatLiesBeyond32KilobytesIsReadWithAnOddInstruction() {
        byte[] content = new byte[40_000];
        content[33_000] = 7;
        CardFiles files = new CardFiles(Optional.empty(), false, Map.of(0x0102, content));
        files.selectApplication(HEX.parseHex("A0000002471001"));
        files.select(0x0102, true);
        CardCommand command =
                CardCommand.parse(HEX.parseHex("00B1000004540280E804")).orElseThrow();
        assertThat(files.readOdd(command, true, 223).data()).containsExactly(0x53, 2, 7, 0);
    }

    private static VirtualCitizenCard card(Quirk... quirks) {
        return VirtualCitizenCard.of(CITIZEN, VIETNAM, quirks);
    }

    private static String say(VirtualCitizenCard card, String command) {
        return HEX.formatHex(card.transmit(HEX.parseHex(command)));
    }

    private static int statusOfSelecting(Jmrtd reader, short file) {
        CardServiceException refused =
                catchThrowableOfType(CardServiceException.class, () -> new ReadBinaryAPDUSender(reader.service())
                        .sendSelectFile(reader.service().getWrapper(), file));
        return refused.getSW() & 0xFFFF;
    }

    private static int statusOfWrongPassword(Jmrtd reader) {
        CardServiceException refused = catchThrowableOfType(CardServiceException.class, () -> reader.openByCan(WRONG));
        return refused.getSW() & 0xFFFF;
    }
}
