package vn.tiepdon.kiosk.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.card.reader.TestSessions;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.kiosk.card.ChipCard;
import vn.tiepdon.kiosk.card.Hospital;
import vn.tiepdon.kiosk.card.Records;
import vn.tiepdon.kiosk.client.Json;
import vn.tiepdon.kiosk.reader.CardPlace;
import vn.tiepdon.kiosk.station.CardReport.Word;

class StationTest {

    private static final CardId ID = CardId.ofHex("00112233445566778899AABBCCDDEEFF");
    private static final CardId OTHER = CardId.ofHex("FF112233445566778899AABBCCDDEEFF");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Hospital hospital = new Hospital(1);

    private ChipCard card() throws Exception {
        return hospital.card(
                ID,
                Hospital.TODAY.plusYears(1),
                List.of(Records.visit(60), Records.visit(12)),
                Records.emergency(),
                Records.medication());
    }

    private Station station(Optional<Path> blockList) throws Exception {
        return Station.open(hospital.stationFile(folder, 1), Hospital.PASSWORD, blockList, NOW);
    }

    private Reading read(ChipCard card) throws Exception {
        return station(Optional.empty()).read(card).join();
    }

    private CardReport report(ChipCard card) throws Exception {
        return ((Reading.Read) read(card)).report();
    }

    private static void assertFault(Reading reading, FaultCode fault) {
        assertThat(reading).isEqualTo(new Reading.Failed(fault));
    }

    @Test
    void aDoctorReadsAllergiesFirstThenMedicationAndVisits() throws Exception {
        CardReport report = report(card());
        assertThat(report.emergency().allergies()).first().satisfies(worst -> assertThat(worst.substance())
                .isEqualTo("Penicillin"));
        assertThat(report.emergency().ageDays()).isEqualTo(12);
        assertThat(report.medication().drugs())
                .extracting(CardReport.Drug::daysLeft)
                .containsExactly(18L, 1L, -10L);
        assertThat(report.visits()).extracting(CardReport.Visit::ageDays).containsExactly(12L, 60L);
    }

    @Test
    void theTerminalSaysItInWords() throws Exception {
        Reading reading = read(card());
        String text = CardTool.text(reading, new StationWords("vi"));
        assertThat(text)
                .contains("!!! Penicillin – NẶNG", "còn 18 ngày", "hết hôm nay", "hết thuốc từ 11 ngày trước", "ĐÃ CŨ")
                .contains("Sinh 03/1950 · Nữ", "10/11/2026 Khám Nội tổng hợp: E11.9, I10");
        assertThat(text.indexOf("Penicillin")).isLessThan(text.indexOf("Metformin"));
        assertThat(CardTool.text(reading, new StationWords("en"))).contains("!!! Penicillin – SEVERE", "18 days left");
        assertThat(CardTool.json(reading))
                .contains("\"substance\" : \"Penicillin\"")
                .doesNotContain("sheets");
    }

    @Test
    void nothingSaidIsNotTakenForNoAllergy() throws Exception {
        ChipCard silent = hospital.card(ID, Hospital.TODAY.plusYears(1), List.of());
        assertThat(report(silent).emergency().word()).isEqualTo(Word.ABSENT);
        assertThat(CardTool.text(read(silent), new StationWords("vi"))).contains("CHƯA BIẾT có dị ứng");
        EmergencyRecord none = new EmergencyRecord(Hospital.TODAY, Optional.empty(), List.of(), List.of(), List.of());
        ChipCard asked = hospital.card(ID, Hospital.TODAY.plusYears(1), List.of(), none);
        assertThat(CardTool.text(read(asked), new StationWords("vi"))).contains("không ghi dị ứng nào");
    }

    @Test
    void anExpiredCardIsReadAndSaysSo() throws Exception {
        ChipCard expired = hospital.card(ID, Hospital.TODAY.minusDays(1), List.of(), Records.emergency());
        assertThat(report(expired).holder().expired()).isTrue();
        assertThat(CardTool.text(read(expired), new StationWords("vi"))).contains("Thẻ hết hạn ngày 21/11/2026");
    }

    @Test
    void aRecordSignedForAnotherCardIsNotShown() throws Exception {
        ChipCard card = card();
        PatientCardWriter writer =
                new PatientCardWriter(hospital.session(card, new KeyVersion(CardRole.WRITING, 1), ID.bytes()));
        writer.apply(9, Optional.of(hospital.sign(OTHER, Records.emergency())), Optional.empty(), Optional.empty());
        CardReport report = report(card);
        assertThat(report.emergency().word()).isEqualTo(Word.DOUBTFUL);
        assertThat(report.emergency().fault()).isEqualTo(FaultCode.CARD_SIGNATURE_INVALID);
        assertThat(report.emergency().allergies()).isEmpty();
        assertThat(report.medication().word()).isEqualTo(Word.SIGNED);
        assertThat(CardTool.text(read(card), new StationWords("vi")))
                .contains("KHÔNG TIN ĐƯỢC")
                .doesNotContain("Penicillin");
    }

    @Test
    void blockedEndedAndBlankCardsAreToldSo() throws Exception {
        KeyVersion administering = new KeyVersion(CardRole.ADMINISTERING, 1);
        ChipCard card = card();
        new PatientCardWriter(hospital.session(card, administering, ID.bytes())).block();
        assertFault(read(card), FaultCode.CARD_BLOCKED);
        new PatientCardWriter(hospital.session(card, administering, ID.bytes())).end();
        assertFault(read(card), FaultCode.CARD_BLOCKED);
        assertFault(read(ChipCard.blank(hospital)), FaultCode.CARD_NOT_PERSONALISED);
    }

    @Test
    void aCardOnTheHospitalsListIsBlocked() throws Exception {
        BlockList list = BlockList.of("79999", 1, Instant.EPOCH, hospital.signerId(), List.of(OTHER, ID));
        assertFault(station(Optional.of(file(list, hospital))).read(card()).join(), FaultCode.CARD_BLOCKED);
        assertThatThrownBy(() -> station(Optional.of(file(list, new Hospital(2)))))
                .isInstanceOfSatisfying(StationException.class, e -> assertThat(e.fault())
                        .isEqualTo(FaultCode.STATION_BLOCK_LIST_UNUSABLE));
    }

    private Path file(BlockList list, Hospital signer) throws Exception {
        byte[] signature = list.sign(signer.signer().getPrivate());
        return Files.write(
                folder.resolve("blocked.json"),
                Json.MAPPER.writeValueAsBytes(new SignedBlockList(list.encode(), signature)));
    }

    @Test
    void anotherHospitalsCardIsNotBelieved() throws Exception {
        ChipCard foreign = new Hospital(2).card(ID, Hospital.TODAY.plusYears(1), List.of(), Records.emergency());
        assertFault(read(foreign), FaultCode.STATION_SIGNER_UNKNOWN);
    }

    @Test
    void aCopyOfTheCardsIdentityIsFoundOut() throws Exception {
        ChipCard card = card();
        // A clone answers whatever can be copied, and signs challenges with a key of its own: here, another card's.
        ChipCard other = hospital.card(OTHER, Hospital.TODAY.plusYears(1), List.of());
        Transport clone = command -> (command[1] & 0xFF) == 0x88 ? other.transmit(command) : card.transmit(command);
        other.directory();
        StationReader reader = new StationReader(
                StationKeys.open(hospital.stationFile(folder, 1), Hospital.PASSWORD), Optional.empty(), NOW);
        assertThatThrownBy(() -> reader.read(TestSessions.of(clone).transport()))
                .satisfies(e -> assertThat(StationFaults.of(e)).isEqualTo(FaultCode.CARD_COPY_SUSPECTED));
    }

    @Test
    void aStationWithOldKeysSaysSoAndSpendsNoTry() throws Exception {
        ChipCard card = card();
        PatientCardWriter writer =
                new PatientCardWriter(hospital.session(card, new KeyVersion(CardRole.WRITING, 1), ID.bytes()));
        KeyVersion second = new KeyVersion(CardRole.READING, 2);
        writer.putKeys(second, hospital.order(ID, ChipCard.SERIAL, second).order());
        Station old = station(Optional.empty());
        for (int i = 0; i < 20; i++) {
            assertFault(old.read(card).join(), FaultCode.STATION_KEYS_OUTDATED);
        }
        Station renewed = Station.open(hospital.stationFile(folder, 1, 2), Hospital.PASSWORD, Optional.empty(), NOW);
        assertThat(renewed.read(card).join()).isInstanceOf(Reading.Read.class);
    }

    @Test
    void aCardPulledOutAtAnyCommandIsToldSo() throws Exception {
        ChipCard card = card();
        Station station = station(Optional.empty());
        assertThat(station.read(card).join()).isInstanceOf(Reading.Read.class);
        int all = card.commands;
        for (int commands = 0; commands < all; commands++) {
            card.pullAfter(commands, false);
            assertFault(station.read(card).join(), FaultCode.CARD_REMOVED);
            card.putBack();
        }
        assertThat(station.read(card).join()).isInstanceOf(Reading.Read.class);
    }

    @Test
    void aWrongPasswordIsToldFromAFileThatIsNone() throws Exception {
        Path file = hospital.stationFile(folder, 1);
        assertOpens(file, "nuoc mam".toCharArray(), FaultCode.STATION_PASSWORD_WRONG);
        // As it comes out when Vietnamese typing is on; PKCS#12 knows no such password.
        assertOpens(file, "nước mắm Phú Quốc".toCharArray(), FaultCode.STATION_PASSWORD_WRONG);
        assertOpens(folder.resolve("absent.p12"), Hospital.PASSWORD, FaultCode.STATION_KEYS_UNUSABLE);
        Path broken = Files.write(folder.resolve("broken.p12"), "no PKCS#12".getBytes(StandardCharsets.UTF_8));
        assertOpens(broken, Hospital.PASSWORD, FaultCode.STATION_KEYS_UNUSABLE);
        assertOpens(hospital.stationFile(folder), Hospital.PASSWORD, FaultCode.STATION_KEYS_UNUSABLE);
    }

    private static void assertOpens(Path file, char[] password, FaultCode fault) {
        assertThatThrownBy(() -> StationKeys.open(file, password))
                .isInstanceOfSatisfying(
                        StationException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void withoutAReaderOrACardTheDoctorIsToldWhatHelpsHere() throws Exception {
        CardPlace place = new CardPlace(Pattern.compile("Desk"), now -> {});
        Station station = station(Optional.empty());
        assertFault(station.read(place).join(), FaultCode.STATION_READER_MISSING);
        place.on(new ReaderEvent.ReaderReady("Desk 00"));
        assertFault(station.read(place).join(), FaultCode.STATION_NO_CARD);
        place.on(new ReaderEvent.CardPresented("Desk 00", false, card()));
        assertThat(station.read(place).join()).isInstanceOf(Reading.Read.class);
        place.on(new ReaderEvent.ServiceLost("SCARD_E_NO_SERVICE"));
        place.on(new ReaderEvent.CardRemoved("Desk 00"));
        place.on(new ReaderEvent.ReaderGone("Desk 00"));
        assertFault(station.read(place).join(), FaultCode.STATION_READER_MISSING);
    }

    @Test
    void everyFaultIsSaidToTheDoctorThePatientAndTheTechnician() {
        for (FaultCode fault : FaultCode.values()) {
            String said = CardTool.text(new Reading.Failed(fault), new StationWords("vi"));
            assertThat(said).contains(fault.mark()).doesNotContain("{desk}");
            assertThat(said.lines()).hasSize(3);
        }
    }

    @Test
    void theWordsOfBothLanguagesAreTheSameOnes() {
        assertThat(new StationWords("vi").plain().keySet())
                .isEqualTo(new StationWords("en").plain().keySet());
        assertThat(StationWords.birth("1950-03-02")).isEqualTo("02/03/1950");
        assertThat(StationWords.day(LocalDate.of(2026, 1, 2))).isEqualTo("02/01/2026");
    }
}
