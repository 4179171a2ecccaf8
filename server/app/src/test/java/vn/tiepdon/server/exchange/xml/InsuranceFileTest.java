package vn.tiepdon.server.exchange.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.TestVisitFields;
import vn.tiepdon.server.exchange.content.VisitPart;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Outcome;
import vn.tiepdon.server.history.VisitKind;
import vn.tiepdon.server.patient.IdentifierKind;

class InsuranceFileTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Test
    void aRecordIsReadWithItsPatientVisitDrugsAndResults() throws Exception {
        List<SourceItem<HospitalRecord>> items = read(TestFiles.file(TestFiles.visit(1)));
        SourceItem.Read<HospitalRecord> item = (SourceItem.Read<HospitalRecord>) items.get(0);
        HospitalRecord record = item.content();
        assertThat(item.line()).isEqualTo(3);
        assertThat(item.setAside()).containsExactly("XML3", "XML4");
        assertThat(record.patient().fullName()).isEqualTo("Nguyễn Thị Mẫu Ba");
        assertThat(record.patient().birthDate().iso()).isEqualTo("1960-01-02");
        assertThat(record.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(record.patient().identifiers())
                .containsEntry(IdentifierKind.NATIONAL, "001160000001")
                .containsEntry(IdentifierKind.INSURANCE, "0190000001")
                .containsEntry(IdentifierKind.HOSPITAL, "BN000001");
        VisitPart visit = record.visit().orElseThrow();
        assertThat(visit.sourceId()).isEqualTo("LK000001");
        assertThat(visit.day()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(visit.department()).contains("TIM");
        assertThat(visit.details().kind()).isEqualTo(VisitKind.CHRONIC_DRUGS);
        assertThat(visit.details().arrived()).contains(Instant.parse("2026-10-05T01:30:00Z"));
        assertThat(visit.details().outcome()).contains(Outcome.IMPROVED);
        assertThat(visit.details().doctor()).contains("000123/HNO-CCHN");
        assertThat(visit.details().next()).contains(LocalDate.of(2026, 11, 4));
        assertThat(visit.details().diagnosis().code().code()).isEqualTo("I10");
        assertThat(visit.details().others().get(0).name().vi()).isEqualTo("Đái tháo đường típ 2");
        assertThat(visit.details().prescriptions()).singleElement().satisfies(drug -> {
            assertThat(drug.drug()).isEqualTo("Amlodipin 5mg");
            assertThat(drug.days()).contains(30);
            assertThat(drug.quantity()).contains(new BigDecimal("30"));
        });
        assertThat(visit.details().observations())
                .extracting(it -> it.kind())
                .containsExactly(ObservationKind.WEIGHT, ObservationKind.HBA1C, ObservationKind.GLUCOSE);
        assertThat(visit.details().observations().get(2).value()).isEqualByComparingTo("6.994");
    }

    @ParameterizedTest
    @CsvSource({
        "HO_TEN, '', FIELD_MISSING",
        "NGAY_SINH, 19601302, DATE_INVALID",
        "NGAY_SINH, 196002300000, DATE_INVALID",
        "NGAY_VAO, 202610052530, DATE_INVALID",
        "NGAY_VAO, '', FIELD_MISSING",
        "NGAY_TAI_KHAM, soon, DATE_INVALID",
        "GIOI_TINH, 7, CODE_UNKNOWN",
        "MA_LOAI_KCB, 99, CODE_UNKNOWN",
        "KET_QUA_DTRI, 9, CODE_UNKNOWN",
        "MA_BENH_CHINH, cao huyet ap, DIAGNOSIS_INVALID",
        "MA_BENH_KT, I10;?, DIAGNOSIS_INVALID",
        "MA_BENH_CHINH, '', FIELD_MISSING",
        "SO_CCCD, 12, NUMBER_INVALID",
        "MA_THE_BHYT, XX, NUMBER_INVALID",
        "CAN_NANG, 5650, NUMBER_INVALID",
        "CAN_NANG, nang, NUMBER_INVALID"
    })
    void aFieldThatIsWrongRefusesItsRecordAloneAndIsNamed(String field, String value, RefusalReason reason)
            throws Exception {
        List<SourceItem<HospitalRecord>> items =
                read(TestFiles.file(TestFiles.visit(1), TestFiles.visit(2, field, value), TestFiles.visit(3)));
        assertThat(items).hasSize(3);
        SourceItem.Refused<HospitalRecord> refused = (SourceItem.Refused<HospitalRecord>) items.get(1);
        assertThat(refused.line()).isEqualTo(4);
        assertThat(refused.sourceId()).contains("LK000002");
        assertThat(refused.refusal().reason()).isEqualTo(reason);
        assertThat(refused.refusal().field()).contains(field);
        assertThat(items.get(2)).isInstanceOf(SourceItem.Read.class);
    }

    @ParameterizedTest
    @CsvSource({
        "196000000000, 1960",
        "1960, 1960",
        "196003000000, 1960-03",
        "19600302, 1960-03-02",
        "196003020000, 1960-03-02"
    })
    void aBirthDateIsKnownAsFarAsThePaperKnowsIt(String written, String iso) throws Exception {
        HospitalRecord record = only(TestFiles.visit(1, "NGAY_SINH", written));
        assertThat(record.patient().birthDate().iso()).isEqualTo(iso);
    }

    @Test
    void partsThatAreBrokenMissingTwiceOrForeignRefuseTheirRecord() throws Exception {
        String good = TestFiles.enclosed("XML1", TestFiles.row("TONG_HOP", TestFiles.fields(1)));
        assertThat(reason(TestFiles.record())).isEqualTo(RefusalReason.PART_MISSING);
        assertThat(reason(TestFiles.record(TestFiles.raw("XML1", "§§§")))).isEqualTo(RefusalReason.NOT_BASE64);
        assertThat(reason(TestFiles.record(TestFiles.enclosed("XML1", "<TONG_HOP><MA_LK>"))))
                .isEqualTo(RefusalReason.PART_BROKEN);
        assertThat(reason(TestFiles.record(good, good))).isEqualTo(RefusalReason.PART_TWICE);
        assertThat(
                        reason(
                                TestFiles.record(
                                        good,
                                        TestFiles.enclosed(
                                                "XML2",
                                                "<A><CHI_TIET_THUOC><MA_LK>OTHER</MA_LK><TEN_THUOC>x</TEN_THUOC></CHI_TIET_THUOC></A>"))))
                .isEqualTo(RefusalReason.PART_OF_OTHER);
        assertThat(reason(TestFiles.record(TestFiles.raw("XML1", "A".repeat(9 * 1024 * 1024)))))
                .isEqualTo(RefusalReason.TOO_LARGE);
    }

    @Test
    void anEncodingThatIsNotTheDeclaredOneIsSaidClearly() throws Exception {
        String row = TestFiles.row("TONG_HOP", TestFiles.fields(1));
        String dotNet = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + row;
        assertThat(reason(TestFiles.record(TestFiles.enclosed("XML1", dotNet))))
                .isEqualTo(RefusalReason.ENCODING_WRONG);
        String declared = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + row;
        assertThat(reason(TestFiles.record(
                        TestFiles.enclosed("XML1", declared.replace("ễ", "é"), StandardCharsets.ISO_8859_1))))
                .isEqualTo(RefusalReason.ENCODING_WRONG);
        assertThat(only(TestFiles.record(TestFiles.enclosed("XML1", dotNet, StandardCharsets.UTF_16)))
                        .patient()
                        .fullName())
                .startsWith("Nguyễn");
        byte[] latin =
                TestFiles.file(TestFiles.visit(1)).replace("36999", "Mẫé").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(new ByteArrayInputStream(latin)))
                .isInstanceOfSatisfying(
                        FileBrokenException.class,
                        broken -> assertThat(broken.refusal().reason()).isEqualTo(RefusalReason.ENCODING_WRONG));
    }

    @Test
    void aFileInUtf16OrWithAByteOrderMarkIsReadToo() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1));
        assertThat(read("\uFEFF" + file)).hasSize(1);
        String wide = file.replace("utf-8", "utf-16");
        assertThat(read(new ByteArrayInputStream(wide.getBytes(StandardCharsets.UTF_16))))
                .hasSize(1);
        assertThat(read(new ByteArrayInputStream(wide.getBytes(StandardCharsets.UTF_16LE))))
                .hasSize(1);
    }

    @Test
    void aFileThatIsCutOffGivesWhatIsWholeAndThenTheLine() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1), TestFiles.visit(2));
        try (InsuranceFile source = open(bytes(file.substring(0, file.length() - 300)))) {
            assertThat(source.next()).get().isInstanceOf(SourceItem.Read.class);
            assertThatThrownBy(source::next).isInstanceOfSatisfying(FileBrokenException.class, broken -> {
                assertThat(broken.refusal().reason()).isEqualTo(RefusalReason.FILE_BROKEN);
                assertThat(broken.line()).isEqualTo(4);
            });
        }
    }

    @Test
    void nothingFromOutsideAndNoEntityOfItsOwnIsRead() {
        for (String prologue : List.of(
                "<!DOCTYPE GIAMDINHHS [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE GIAMDINHHS [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;\">]>")) {
            String file = prologue + "<GIAMDINHHS><A>&x;</A><HOSO/></GIAMDINHHS>";
            assertThatThrownBy(() -> read(file)).isInstanceOf(FileBrokenException.class);
        }
        assertThatThrownBy(() -> read("<A>".repeat(1000))).isInstanceOf(FileBrokenException.class);
        assertThatThrownBy(() -> read("MA_LK;HO_TEN")).isInstanceOf(FileBrokenException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(FileBrokenException.class);
    }

    @Test
    void whoWasInterruptedGoesOnBehindTheSameRecord() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1), TestFiles.record(), TestFiles.visit(3));
        try (InsuranceFile source = open(bytes(file))) {
            source.skip();
            source.skip();
            assertThat(source.next().flatMap(SourceItem::sourceId)).contains("LK000003");
            assertThat(source.next()).isEmpty();
            source.skip();
        }
    }

    @Test
    void aPartThatFillsTheWholeFileIsPassedByInPieces() throws Exception {
        byte[] chunk = "A".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = new ArrayList<>();
        parts.add(bytes("<GIAMDINHHS><HOSO><FILEHOSO><LOAIHOSO>XML3</LOAIHOSO><NOIDUNGFILE>"));
        for (int i = 0; i < 100; i++) {
            parts.add(new ByteArrayInputStream(chunk));
        }
        parts.add(bytes("</NOIDUNGFILE></FILEHOSO></HOSO></GIAMDINHHS>"));
        try (InsuranceFile source = open(new SequenceInputStream(Collections.enumeration(parts)))) {
            source.skip();
            assertThat(source.bytesRead()).isGreaterThan(100_000_000L);
        }
    }

    private static HospitalRecord only(String record) throws Exception {
        SourceItem<HospitalRecord> item = read(TestFiles.file(record)).get(0);
        assertThat(item).isInstanceOf(SourceItem.Read.class);
        return ((SourceItem.Read<HospitalRecord>) item).content();
    }

    private static RefusalReason reason(String record) throws Exception {
        return ((SourceItem.Refused<HospitalRecord>)
                        read(TestFiles.file(record)).get(0))
                .refusal()
                .reason();
    }

    private static List<SourceItem<HospitalRecord>> read(String file) throws FileBrokenException {
        return read(bytes(file));
    }

    private static List<SourceItem<HospitalRecord>> read(InputStream file) throws FileBrokenException {
        List<SourceItem<HospitalRecord>> items = new ArrayList<>();
        try (InsuranceFile source = open(file)) {
            for (Optional<SourceItem<HospitalRecord>> next = source.next(); next.isPresent(); next = source.next()) {
                items.add(next.get());
            }
        }
        return items;
    }

    private static InsuranceFile open(InputStream file) throws FileBrokenException {
        return new InsuranceFile(file, TestVisitFields.make(), ZONE);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
