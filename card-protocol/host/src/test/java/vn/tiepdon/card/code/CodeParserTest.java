package vn.tiepdon.card.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.code.CodeResult.Incomplete;
import vn.tiepdon.card.code.CodeResult.Malformed;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.CodeResult.TooLong;
import vn.tiepdon.card.code.CodeResult.Unsupported;
import vn.tiepdon.card.code.ScannedCode.AppointmentCode;
import vn.tiepdon.card.code.ScannedCode.CitizenCard;
import vn.tiepdon.card.code.ScannedCode.CitizenZone;
import vn.tiepdon.card.code.ScannedCode.InsuranceCard;
import vn.tiepdon.card.code.ScannedCode.PatientCardCode;
import vn.tiepdon.card.code.ScannedCode.TicketCode;
import vn.tiepdon.card.code.ScannedCode.TypedNumber;
import vn.tiepdon.card.code.ScannedCode.TypedNumber.Kind;
import vn.tiepdon.card.patientcard.CardId;

class CodeParserTest {

    private static final String CITIZEN =
            "001190000123|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Số 1 Phố Mẫu, Phường Mẫu, Hà Nội|01022022";
    private static final String INSURANCE =
            "0190000123|4e677579e1bb856e205468e1bb8b204de1baab75|15/01/1990|2|-|01 - 028|01/01/2026|-|02/01/2026|"
                    + "01010190000123|-|4| 01/10/2027|0123456789abcdef-1202|4|"
                    + "5068c6b0e1bb9d6e67204de1baab752c205468c3a06e68207068e1bb912048c3a0204ee1bb9969|$";
    private static final String[] ZONE = {
        "IDVNM1900001230001190000123<<1", "9001158F3001156VNM<<<<<<<<<<<4", "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<"
    };
    private static final PartialDate ISSUED = PartialDate.parse("2022-02-01");
    private static final CitizenCard CITIZEN_CARD = new CitizenCard(
            "001190000123", "012345678", "Nguyễn Thị Mẫu", PartialDate.parse("1990-01-15"), Sex.FEMALE, ISSUED);
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Test
    void theCitizenCodeIsRead() {
        assertThat(recognised(CITIZEN)).isEqualTo(CITIZEN_CARD);
    }

    @Test
    void aCitizenCodeWithoutOldNumberIsRead() {
        assertThat(recognised(CITIZEN.replace("012345678", "")))
                .isEqualTo(new CitizenCard(
                        "001190000123", null, "Nguyễn Thị Mẫu", PartialDate.parse("1990-01-15"), Sex.FEMALE, ISSUED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"]Q1%s", "%s\r", "%s\r\n", "\uFEFF%s", "  %s  ", "%s||Nguyễn Văn Cha|Trần Thị Mẹ|", "%s\u0000"})
    void whatScannersAndNewerCardsAddIsTakenOff(String around) {
        assertThat(recognised(around.formatted(CITIZEN))).isEqualTo(CITIZEN_CARD);
    }

    @Test
    void aStrayCarriageReturnInMidTextIsTakenOut() {
        assertThat(recognised(CITIZEN.replace("Phường", "Phư\rờng"))).isEqualTo(CITIZEN_CARD);
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(recognised(Normalizer.normalize(CITIZEN, Normalizer.Form.NFD)))
                .isEqualTo(CITIZEN_CARD);
    }

    @Test
    void aDateRewrittenByMiddlewareIsRead() {
        assertThat(recognised(CITIZEN.replace("15011990", "15/01/1990"))).isEqualTo(CITIZEN_CARD);
    }

    @Test
    void everyBeginningOfACitizenCodeIsIncomplete() {
        for (int length = 13; length < CITIZEN.length(); length++) {
            assertThat(CodeParser.parse(CITIZEN.substring(0, length)))
                    .as("%d characters", length)
                    .isInstanceOf(Incomplete.class);
        }
    }

    @Test
    void theEndOfACodeIsIncomplete() {
        assertThat(CodeParser.parse(CITIZEN.substring(30))).isInstanceOf(Incomplete.class);
        assertThat(CodeParser.parse(CITIZEN.substring(CITIZEN.indexOf("|Nữ|")))).isInstanceOf(Incomplete.class);
        assertThat(CodeParser.parse(INSURANCE.substring(30))).isInstanceOf(Incomplete.class);
    }

    @ParameterizedTest
    @CsvSource({
        "15011990, 31021990, DATE",
        "15011990, 15011x90, DATE",
        "Nữ, N?, SEX",
        "Nguyễn Thị Mẫu, Nguy?n Th? M?u, NAME",
        "Nguyễn Thị Mẫu, '', NAME",
        "012345678, 12, FIELDS"
    })
    void aCitizenCodeWithAWrongFieldIsMalformed(String right, String wrong, Reason reason) {
        assertThat(CodeParser.parse(CITIZEN.replace(right, wrong))).isEqualTo(new Malformed(reason));
    }

    @Test
    void aCitizenCodeWithoutTheSlotOfTheOldNumberIsMalformed() {
        assertThat(CodeParser.parse(CITIZEN.replace("012345678|", ""))).isEqualTo(new Malformed(Reason.FIELDS));
    }

    @Test
    void aScannerWithAWrongEncodingIsNamed() {
        byte[] latin = CITIZEN.getBytes(Charset.forName("windows-1258"));
        assertThat(CodeParser.parse(latin)).isEqualTo(new Malformed(Reason.CHARACTERS));
        assertThat(CodeParser.parse(new String(latin, StandardCharsets.UTF_8)))
                .isEqualTo(new Malformed(Reason.CHARACTERS));
    }

    @Test
    void theInsuranceCodeOfANewCardIsRead() {
        assertThat(recognised(INSURANCE))
                .isEqualTo(new InsuranceCard(
                        "0190000123",
                        "Nguyễn Thị Mẫu",
                        PartialDate.parse("1990-01-15"),
                        Sex.FEMALE,
                        "01028",
                        LocalDate.of(2026, 1, 1),
                        null));
    }

    @Test
    void theInsuranceCodeOfAnOldCardIsShorter() {
        String old = "DN4010190000123|4e677579e1bb856e|1950|1|4e|01 – C54|01/01/2019|31/12/2019|24/01/2019|$";
        assertThat(recognised(old))
                .isEqualTo(new InsuranceCard(
                        "DN4010190000123",
                        "Nguyễn",
                        PartialDate.parse("1950"),
                        Sex.MALE,
                        "01C54",
                        LocalDate.of(2019, 1, 1),
                        LocalDate.of(2019, 12, 31)));
    }

    @Test
    void anInsuranceCodeMayEndAfterItsFirstDayAndInBlanks() {
        String shortest = "DN4010190000123|4e677579e1bb856e|1950|1|4e|01 – C54|01/01/2019|$";
        for (String code : new String[] {shortest, shortest + "|", shortest + " | |"}) {
            assertThat(recognised(code))
                    .isEqualTo(new InsuranceCard(
                            "DN4010190000123",
                            "Nguyễn",
                            PartialDate.parse("1950"),
                            Sex.MALE,
                            "01C54",
                            LocalDate.of(2019, 1, 1),
                            null));
        }
        assertThat(CodeParser.parse(shortest.replace("|01/01/2019", ""))).isEqualTo(new Malformed(Reason.FIELDS));
        assertThat(CodeParser.parse("DN4010190000123| | ")).isInstanceOf(Incomplete.class);
    }

    @Test
    void aNameThatAnOldSystemWrotePlainlyIsRead() {
        assertThat(recognised(INSURANCE.replace("4e677579e1bb856e205468e1bb8b204de1baab75", "Nguyễn Thị Mẫu")))
                .extracting(code -> ((InsuranceCard) code).fullName())
                .isEqualTo("Nguyễn Thị Mẫu");
    }

    @ParameterizedTest
    @CsvSource({"15/01/1990, 1/3/1950, 1950-03-01", "15/01/1990, 03/1950, 1950-03", "15/01/1990, 1950, 1950"})
    void birthDatesMayBePartial(String given, String partial, String expected) {
        assertThat(recognised(INSURANCE.replace(given, partial)))
                .extracting(code -> ((InsuranceCard) code).birthDate())
                .isEqualTo(PartialDate.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "4e677579e1bb856e205468e1bb8b204de1baab75, 4e677579e1bb856e205468e1bb8b204de1baab7, HEX",
        "4e677579e1bb856e205468e1bb8b204de1baab75, 4e677579e1bb856e205468e1bb8b204de1ba, CHARACTERS",
        "4e677579e1bb856e205468e1bb8b204de1baab75, 4e67g579, NAME",
        "15/01/1990, 15-01-1990, DATE",
        "|2|, |3|, SEX",
        "01/01/2026, 01/2026, DATE"
    })
    void anInsuranceCodeWithAWrongFieldIsMalformed(String right, String wrong, Reason reason) {
        assertThat(CodeParser.parse(INSURANCE.replace(right, wrong))).isEqualTo(new Malformed(reason));
    }

    @Test
    void everyBeginningOfAnInsuranceCodeIsIncomplete() {
        for (int length = 11; length < INSURANCE.length(); length++) {
            assertThat(CodeParser.parse(INSURANCE.substring(0, length)))
                    .as("%d characters", length)
                    .isInstanceOf(Incomplete.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%s%s", "%s\r%s\r%s\r", "%s\r\n%s\r\n%s", " %s\n%s \n%s", "\u0002%s%s%s\u0003"})
    void theMachineReadableZoneIsReadWithOrWithoutLineEnds(String shape) {
        for (String form : new String[] {
            shape.formatted((Object[]) ZONE), shape.formatted((Object[]) ZONE).toLowerCase()
        }) {
            assertThat(recognised(form)).isInstanceOfSatisfying(CitizenZone.class, code -> {
                assertThat(code.nationalNumber()).isEqualTo("001190000123");
                assertThat(code.zone().key()).contains(new AccessKey.Mrz("190000123", "900115", "300115"));
            });
        }
    }

    @Test
    void aMisreadDigitOfAZoneIsCaughtByItsCheckDigit() {
        String zone = String.join("", ZONE);
        for (int at : new int[] {5, 14, 16, 29, 30, 36, 38, 44, 59}) {
            char other = zone.charAt(at) == '1' ? '7' : '1';
            assertThat(CodeParser.parse(zone.substring(0, at) + other + zone.substring(at + 1)))
                    .as("at %d", at)
                    .isEqualTo(new Malformed(Reason.CHECK_DIGIT));
        }
        assertThat(CodeParser.parse(zone.replace("VNM1900001230", "VNMI9OOOO123O")))
                .isEqualTo(new Malformed(Reason.FIELDS));
    }

    @Test
    void everyBeginningOfAZoneIsIncomplete() {
        String zone = String.join("", ZONE);
        for (int length = 5; length < zone.length(); length++) {
            assertThat(CodeParser.parse(zone.substring(0, length)))
                    .as("%d characters", length)
                    .isInstanceOf(Incomplete.class);
        }
    }

    @Test
    void aZoneOfAnotherDocumentIsUnsupported() {
        assertThat(CodeParser.parse(
                        "P<VNMNGUYEN<<THI<MAU" + "<".repeat(24) + "B1234567<8VNM9001158F3001156001190000123<<56"))
                .isInstanceOf(Unsupported.class);
        assertThat(CodeParser.parse("I<UTOD231458907<<<<<<<<<<<<<<<" + "7408122F1204159UTO<<<<<<<<<<<6"
                        + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"))
                .isInstanceOf(Unsupported.class);
    }

    @Test
    void ourOwnCodesComeBackAsTheyWentOut() {
        PatientCardCode card = new PatientCardCode("79999", CardId.ofHex("00112233445566778899AABBCCDDEEFF"));
        AppointmentCode appointment = new AppointmentCode("79999", ID);
        TicketCode ticket = new TicketCode("79999", ID);
        assertThat(recognised(card.text())).isEqualTo(card);
        assertThat(recognised(appointment.text())).isEqualTo(appointment);
        assertThat(recognised(ticket.text().toLowerCase())).isEqualTo(ticket);
        assertThat(ticket.text()).isEqualTo("TD1:T:79999:0F8FAD5BD9CB469FA16570867728950E:" + ticketCrc());
    }

    @Test
    void theChecksumIsCrc16CcittFalse() {
        assertThat(OwnCode.crc("123456789")).isEqualTo("29B1");
    }

    @Test
    void aTicketThatTelephonesFollowIsReadBehindTheAddress() {
        TicketCode ticket = new TicketCode("79999", ID);
        String address = "https://kham.example.vn:8443/t/" + "Ab_-0".repeat(10) + "wxyz#";
        assertThat(recognised(address + ticket.text())).isEqualTo(ticket);
        assertThat(CodeParser.parse(address + "TD1:T:7999")).isInstanceOf(Incomplete.class);
        assertThat(CodeParser.parse(address)).isNotInstanceOf(CodeResult.Recognised.class);
    }

    @Test
    void everyWrongCharacterInAnOwnCodeIsCaught() {
        String text = new TicketCode("79999", ID).text();
        for (int at = OwnCode.PREFIX.length(); at < text.length(); at++) {
            char other = text.charAt(at) == '0' ? '1' : '0';
            String wrong = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(CodeParser.parse(wrong)).as("at %d", at).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void everyBeginningOfAnOwnCodeIsIncomplete() {
        String text = new TicketCode("79999", ID).text();
        for (int length = OwnCode.PREFIX.length(); length < text.length(); length++) {
            assertThat(CodeParser.parse(text.substring(0, length))).isInstanceOf(Incomplete.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "001190000123, NATIONAL_NUMBER, 001190000123",
        "001 190 000 123, NATIONAL_NUMBER, 001190000123",
        "0190000123, INSURANCE_NUMBER, 0190000123",
        "dn4 01 0190000123, INSURANCE_NUMBER, DN4010190000123",
        "BN000123, HOSPITAL_CODE, BN000123",
        "bn-000123, HOSPITAL_CODE, BN000123"
    })
    void typedNumbersAreToldApartByTheirShape(String typed, Kind kind, String number) {
        assertThat(recognised(typed)).isEqualTo(new TypedNumber(number, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "01234567890", "0011900001234", "BN1", "DN90101900001234"})
    void aNumberOfNoKnownShapeIsMalformed(String typed) {
        assertThat(CodeParser.parse(typed)).isEqualTo(new Malformed(Reason.NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/menu",
                "00020101021238540010A00000072701240006970436",
                "a|b|c",
                "WIFI:S:ward;T:WPA;P:x;;",
                "TD2:T:79999:0"
            })
    void aCodeOfSomethingElseIsUnsupported(String other) {
        assertThat(CodeParser.parse(other)).isInstanceOf(Unsupported.class);
    }

    @Test
    void nothingAtAllIsIncomplete() {
        assertThat(CodeParser.parse("")).isInstanceOf(Incomplete.class);
        assertThat(CodeParser.parse("\r\n")).isInstanceOf(Incomplete.class);
    }

    @Test
    void tenThousandCharactersAreTooLong() {
        assertThat(CodeParser.parse("1".repeat(10_000))).isInstanceOf(TooLong.class);
        assertThat(CodeParser.parse(new byte[10_000])).isInstanceOf(TooLong.class);
    }

    @Test
    void theLongestTextThatIsLookedAtHas4096Characters() {
        String longest = CITIZEN + "|".repeat(CodeParser.MAX_LENGTH - CITIZEN.length());
        assertThat(CodeParser.parse(longest)).isEqualTo(new Recognised(CITIZEN_CARD));
        assertThat(CodeParser.parse(longest + "|")).isInstanceOf(TooLong.class);
        byte[] longestBytes = Arrays.copyOf(longest.getBytes(StandardCharsets.UTF_8), CodeParser.MAX_LENGTH);
        assertThat(CodeParser.parse(longestBytes)).isEqualTo(new Recognised(CITIZEN_CARD));
        assertThat(CodeParser.parse(Arrays.copyOf(longestBytes, longestBytes.length + 1)))
                .isInstanceOf(TooLong.class);
    }

    @Test
    void theTextFormNamesTheKindOfCodeAndNothingThatItHolds() {
        CardId card = CardId.ofHex("0F8FAD5BD9CB469FA16570867728950E");
        for (String text : new String[] {
            CITIZEN,
            INSURANCE,
            String.join("", ZONE),
            "001190000123",
            "BN000123",
            new TicketCode("79999", ID).text(),
            new AppointmentCode("79999", ID).text(),
            new PatientCardCode("79999", card).text()
        }) {
            ScannedCode code = recognised(text);
            assertThat(CodeParser.parse(text).toString())
                    .contains(code.getClass().getSimpleName())
                    .doesNotContain("0123", "Mẫu", "1990", "0F8F", "0f8f", "79999");
        }
    }

    private static String ticketCrc() {
        return OwnCode.crc("TD1:T:79999:0F8FAD5BD9CB469FA16570867728950E");
    }

    private static ScannedCode recognised(String text) {
        CodeResult fromText = CodeParser.parse(text);
        assertThat(fromText).isInstanceOf(Recognised.class);
        assertThat(CodeParser.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(fromText);
        return ((Recognised) fromText).code();
    }
}
