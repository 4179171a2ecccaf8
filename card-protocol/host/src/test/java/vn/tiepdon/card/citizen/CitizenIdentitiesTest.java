package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;

class CitizenIdentitiesTest {

    private static final byte[] DG1 = ChipFiles.dg1(ChipFiles.ZONE);

    @Test
    void aCardSaysWhoItBelongsTo() throws Exception {
        assertThat(CitizenIdentities.parse(DG1, ChipFiles.dg13(ChipFiles.texts())))
                .isEqualTo(new CitizenIdentity(
                        "001190000123",
                        "Nguyễn Thị Mẫu",
                        PartialDate.parse("1990-01-15"),
                        Sex.FEMALE,
                        "Số 1 Phố Mẫu, Phường Mẫu, Hà Nội",
                        Optional.of("012345678"),
                        Optional.of(LocalDate.of(2022, 2, 1)),
                        Optional.of(LocalDate.of(2030, 1, 15))));
    }

    @Test
    void theOldNumberIsToldFromTheChipIdByItsContent() throws Exception {
        assertThat(with(15, "0123456789ABCDEF", 16, "012345678").oldNumber()).contains("012345678");
        assertThat(with(15, "", 16, "001190000999").oldNumber()).contains("001190000999");
        assertThat(with(15, "0123456789ABCDEF", 16, "").oldNumber()).isEmpty();
    }

    @Test
    void namesComeInNormalFormC() throws Exception {
        String decomposed = Normalizer.normalize("Nguyễn Thị Mẫu", Normalizer.Form.NFD);
        assertThat(with(2, decomposed).fullName()).isEqualTo("Nguyễn Thị Mẫu");
    }

    @Test
    void aCardWithoutExpirySaysSoInWordsOrInItsZone() throws Exception {
        assertThat(with(12, "Không thời hạn").expires()).isEmpty();
        for (String never : new String[] {"<<<<<<", "991231"}) {
            String endless = ChipFiles.zone("001190000123", "900115", 'F', never);
            assertThat(CitizenIdentities.parse(ChipFiles.dg1(endless), dg13(12, ""))
                            .expires())
                    .as(never)
                    .isEmpty();
        }
    }

    @Test
    void anExpiryDateMissingInDg13IsTakenFromTheZone() throws Exception {
        assertThat(with(12, "").expires()).contains(LocalDate.of(2030, 1, 15));
    }

    @Test
    void aBirthDateKnownToTheYearAgreesWithAZoneWithoutMonthAndDay() throws Exception {
        for (String zoneDate : new String[] {"50<<<<", "500000"}) {
            String zone = ChipFiles.zone("001050000123", zoneDate, 'M', "991231");
            Map<Integer, String> texts = ChipFiles.texts();
            texts.putAll(Map.of(1, "001050000123", 3, "1950", 4, "Nam"));
            assertThat(CitizenIdentities.parse(ChipFiles.dg1(zone), ChipFiles.dg13(texts))
                            .birthDate())
                    .isEqualTo(PartialDate.parse("1950"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0C, 0x13, 0x04})
    void textsMayCarryAnyOfThreeTags(int tag) throws Exception {
        byte[] dg13 = ChipFiles.dg13(ChipFiles.join(
                ChipFiles.entry(1, ChipFiles.tlv(tag, ChipFiles.utf8("001190000123"))),
                ChipFiles.entry(2, ChipFiles.tlv(tag, ChipFiles.utf8("Nguyễn Thị Mẫu"))),
                ChipFiles.entry(3, ChipFiles.tlv(tag, ChipFiles.utf8("15/01/1990"))),
                ChipFiles.entry(4, ChipFiles.tlv(tag, ChipFiles.utf8("Nữ"))),
                ChipFiles.entry(13, new byte[0]),
                ChipFiles.entry(14, new byte[0])));
        assertThat(CitizenIdentities.parse(DG1, dg13).fullName()).isEqualTo("Nguyễn Thị Mẫu");
    }

    @Test
    void lengthsMayBeLongerThanTheyNeedToBe() throws Exception {
        byte[] longForm = ChipFiles.join(
                new byte[] {0x30, (byte) 0x82, 0, 19, 0x02, (byte) 0x81, 1, 1, 0x0C, (byte) 0x81, 12},
                ChipFiles.utf8("001190000123"));
        Map<Integer, String> others = ChipFiles.texts();
        others.remove(1);
        byte[] dg13 = ChipFiles.dg13(ChipFiles.join(longForm, entries(others)));
        assertThat(CitizenIdentities.parse(DG1, dg13).nationalNumber()).isEqualTo("001190000123");
    }

    @Test
    void entriesOfUnknownMeaningAreCountedAndLeftAlone() throws Exception {
        byte[] dg13 = ChipFiles.dg13(ChipFiles.join(
                entries(ChipFiles.texts()),
                ChipFiles.entry(17, ChipFiles.tlv(0xA0, new byte[] {1, 2, 3})),
                ChipFiles.entry(99, new byte[0])));
        assertThat(CitizenIdentities.parse(DG1, dg13).nationalNumber()).isEqualTo("001190000123");
        assertThat(VietnameseData.parse(dg13).unknown()).containsExactlyInAnyOrder(17, 99);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 001190000124",
        "1, 00119000012",
        "1, ''",
        "2, ''",
        "2, Nguy?n Th? M?u",
        "3, 16/01/1990",
        "3, 1990-01-15",
        "3, 31/02/1990",
        "3, ''",
        "4, Nam",
        "4, X",
        "4, ''",
        "11, 2022",
        "12, mai sau"
    })
    void aWrongEntryIdentifiesNobody(int id, String text) {
        assertThatThrownBy(() -> with(id, text))
                .isInstanceOfSatisfying(MalformedChipFileException.class, e -> assertThat(e.file())
                        .isEqualTo(ChipFile.DG13))
                .hasMessageNotContainingAny("0011900001", "Nguy", "1990");
    }

    @Test
    void theSameEntryTwiceIdentifiesNobody() {
        byte[] dg13 = ChipFiles.dg13(ChipFiles.join(entries(ChipFiles.texts()), entries(ChipFiles.texts())));
        assertThatThrownBy(() -> CitizenIdentities.parse(DG1, dg13)).hasMessage("DG13: entry 1 twice");
    }

    @Test
    void aFileOfMoreThan64KiBIsNotLookedAt() {
        byte[] huge = new byte[65_537];
        assertThatThrownBy(() -> CitizenIdentities.parse(DG1, huge)).hasMessage("DG13: of 65537 bytes");
        assertThatThrownBy(() -> CitizenIdentities.parse(huge, huge)).hasMessage("DG1: of 65537 bytes");
    }

    @Test
    void aDocumentOfAnotherCountryIsForeign() {
        byte[] dg13 = ChipFiles.dg13(ChipFiles.texts());
        String card = ChipFiles.zone("UTO", "001190000123", "900115", 'F', "300115");
        String passport = "P<UTO" + "<".repeat(83);
        for (String zone : new String[] {card, passport}) {
            assertThatThrownBy(() -> CitizenIdentities.parse(ChipFiles.dg1(zone), dg13))
                    .isInstanceOf(ForeignDocumentException.class);
        }
    }

    @Test
    void aZoneIsAsLongAsAPassportsOrACards() {
        for (int length : new int[] {0, 87, 91}) {
            byte[] dg1 = ChipFiles.dg1("P<UTO".repeat(19).substring(0, length));
            assertThatThrownBy(() -> CitizenIdentities.zone(dg1))
                    .hasMessage("DG1: a zone of " + length + " characters");
        }
        byte[] notACard = ChipFiles.dg1("P<VNM" + "<".repeat(83));
        assertThatThrownBy(() -> CitizenIdentities.zone(notACard)).hasMessage("DG1: zone: LENGTH");
    }

    @Test
    void whatStandsBehindTheZoneIsNotPassedOver() {
        byte[] inTheGroup = ChipFiles.tlv(
                0x61, ChipFiles.join(ChipFiles.tlv(0x5F1F, ChipFiles.utf8(ChipFiles.ZONE)), new byte[] {0}));
        assertThatThrownBy(() -> CitizenIdentities.zone(inTheGroup)).hasMessage("DG1: bytes left over at 95");
        byte[] behindIt = ChipFiles.join(DG1, new byte[] {0});
        assertThatThrownBy(() -> CitizenIdentities.zone(behindIt)).hasMessage("DG1: bytes left over at 95");
    }

    @Test
    void whatStandsBehindAnyPartOfTheDataIsNotPassedOver() {
        byte[] entry = ChipFiles.entry(2, ChipFiles.tlv(0x0C, ChipFiles.utf8("Mẫu")));
        byte[] more = {0x0C, 0};
        byte[] head = ChipFiles.join(ChipFiles.tlv(0x02, new byte[] {0}), ChipFiles.tlv(0x06, new byte[] {0x2A}));
        byte[] body = ChipFiles.join(head, ChipFiles.tlv(0x31, entry));
        assertLeftOver(ChipFiles.join(ChipFiles.tlv(0x6D, ChipFiles.tlv(0x30, body)), more));
        assertLeftOver(ChipFiles.tlv(0x6D, ChipFiles.join(ChipFiles.tlv(0x30, body), more)));
        assertLeftOver(ChipFiles.tlv(0x6D, ChipFiles.tlv(0x30, ChipFiles.join(body, more))));
        byte[] longEntry = ChipFiles.tlv(
                0x30, ChipFiles.join(ChipFiles.tlv(0x02, new byte[] {2}), ChipFiles.tlv(0x0C, new byte[] {65}), more));
        assertLeftOver(ChipFiles.dg13(longEntry));
    }

    private static void assertLeftOver(byte[] dg13) {
        assertThatThrownBy(() -> VietnameseData.parse(dg13))
                .isInstanceOf(MalformedChipFileException.class)
                .hasMessageStartingWith("DG13: bytes left over");
    }

    @Test
    void aTextWithAnyOtherTagIsNone() {
        for (int tag : new int[] {0x02, 0x16, 0x1E, 0x30}) {
            byte[] dg13 = ChipFiles.dg13(ChipFiles.entry(2, ChipFiles.tlv(tag, new byte[] {65})));
            assertThatThrownBy(() -> VietnameseData.parse(dg13)).hasMessage("DG13: a text with tag %X".formatted(tag));
        }
    }

    @Test
    void aNameHasUpTo200LettersAndATextUpTo2048Bytes() throws Exception {
        assertThat(with(2, "M".repeat(200)).fullName()).hasSize(200);
        assertThatThrownBy(() -> with(2, "M".repeat(201))).hasMessage("DG13: a name of 201 characters");
        assertThat(with(9, "x".repeat(2048)).residence()).hasSize(2048);
        assertThatThrownBy(() -> with(9, "x".repeat(2049))).hasMessage("DG13: a text of 2049 bytes");
        assertThatThrownBy(() -> with(9, "Hà\u0007Nội")).hasMessage("DG13: a control character in a text");
    }

    @Test
    void upTo64EntriesAreLookedThrough() throws Exception {
        byte[] more = {};
        for (int id = 17; id < 67; id++) {
            if (id == 66) {
                assertThat(CitizenIdentities.parse(
                                        DG1, ChipFiles.dg13(ChipFiles.join(entries(ChipFiles.texts()), more)))
                                .nationalNumber())
                        .isEqualTo("001190000123");
            }
            more = ChipFiles.join(more, ChipFiles.entry(id, new byte[0]));
        }
        byte[] tooMany =
                ChipFiles.dg13(ChipFiles.join(entries(ChipFiles.texts()), more, ChipFiles.entry(67, new byte[0])));
        assertThatThrownBy(() -> CitizenIdentities.parse(DG1, tooMany)).hasMessage("DG13: more than 64 entries");
    }

    @Test
    void anIdHasOneOrTwoBytesAndParentsAreTwoAtMost() throws Exception {
        byte[] twoBytes = ChipFiles.tlv(0x30, ChipFiles.tlv(0x02, new byte[] {1, (byte) 0x90}));
        assertThat(VietnameseData.parse(ChipFiles.dg13(twoBytes)).unknown()).containsExactly(0x190);
        for (byte[] id : new byte[][] {{}, {0, 0, 1}}) {
            byte[] dg13 = ChipFiles.dg13(ChipFiles.tlv(0x30, ChipFiles.tlv(0x02, id)));
            assertThatThrownBy(() -> VietnameseData.parse(dg13)).hasMessage("DG13: an id of " + id.length + " bytes");
        }
        byte[] name = ChipFiles.tlv(0x0C, ChipFiles.utf8("Mẫu"));
        byte[] three = ChipFiles.dg13(ChipFiles.entry(13, ChipFiles.tlv(0x30, ChipFiles.join(name, name, name))));
        assertThatThrownBy(() -> VietnameseData.parse(three)).hasMessage("DG13: entry 13 of 3 strings");
    }

    @Test
    void aZoneWithAWrongCheckDigitIdentifiesNobody() {
        for (int at : new int[] {14, 36, 44, 59}) {
            char other = ChipFiles.ZONE.charAt(at) == '9' ? '8' : '9';
            byte[] dg1 = ChipFiles.dg1(ChipFiles.ZONE.substring(0, at) + other + ChipFiles.ZONE.substring(at + 1));
            assertThatThrownBy(() -> CitizenIdentities.parse(dg1, ChipFiles.dg13(ChipFiles.texts())))
                    .hasMessage("DG1: zone: CHECK_DIGIT");
        }
    }

    @Test
    void noTextFormNamesAnybody() throws Exception {
        byte[] dg13 = ChipFiles.dg13(ChipFiles.texts());
        assertThat(CitizenIdentities.parse(DG1, dg13)).hasToString("CitizenIdentity[…]");
        assertThat(MachineReadableZone.parse(ChipFiles.ZONE)).hasToString("MachineReadableZone[VNM, …]");
        assertThat(new AccessKey.Can("123456")).hasToString("Can[…]");
        assertThat(new AccessKey.Mrz("190000123", "900115", "300115")).hasToString("Mrz[…]");
        assertThat(VietnameseData.parse(dg13).toString())
                .startsWith("VietnameseData[")
                .endsWith("unknown []]");
        assertThat(CitizenIdentities.parse(DG1, dg13).toString()
                        + VietnameseData.parse(dg13)
                        + MachineReadableZone.parse(ChipFiles.ZONE)
                        + MachineReadableZone.parse(ChipFiles.ZONE).key())
                .doesNotContain("0123", "Mẫu", "1990", "9001");
    }

    private static CitizenIdentity with(Object... idsAndTexts) throws Exception {
        return CitizenIdentities.parse(DG1, dg13(idsAndTexts));
    }

    private static byte[] dg13(Object... idsAndTexts) {
        Map<Integer, String> texts = ChipFiles.texts();
        for (int at = 0; at < idsAndTexts.length; at += 2) {
            texts.put((Integer) idsAndTexts[at], (String) idsAndTexts[at + 1]);
        }
        return ChipFiles.dg13(texts);
    }

    private static byte[] entries(Map<Integer, String> texts) {
        byte[] all = {};
        for (Map.Entry<Integer, String> text : texts.entrySet()) {
            byte[] value = text.getValue().getBytes(StandardCharsets.UTF_8);
            all = ChipFiles.join(all, ChipFiles.entry(text.getKey(), ChipFiles.tlv(0x0C, value)));
        }
        return all;
    }
}
