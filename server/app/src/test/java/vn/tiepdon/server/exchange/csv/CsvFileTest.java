package vn.tiepdon.server.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.TestVisitFields;
import vn.tiepdon.server.history.ObservationKind;

class CsvFileTest {

    private static final String HEADER = "MA_LK;MA_BN;HO_TEN;NGAY_SINH;GIOI_TINH;MA_BENH_CHINH;NGAY_VAO;SYSTOLIC;LA";
    private static final String ROW = "LK1;BN1;Nguyễn Thị Mẫu;1960;2;I10;202610050830;142;x";

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void whicheverMarkStandsBetweenTheValuesIsSeen(String mark) throws Exception {
        String file = (HEADER + "\r\n" + ROW + "\r\n").replace(";", mark);
        HospitalRecord record =
                read(items("\uFEFF" + file, StandardCharsets.UTF_8).get(0));
        assertThat(record.patient().fullName()).isEqualTo("Nguyễn Thị Mẫu");
        assertThat(record.visit().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(record.visit().orElseThrow().details().observations())
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(ObservationKind.SYSTOLIC));
    }

    @Test
    void aQuotedValueMayHoldMarksQuotesAndLinesAndTheNextLineIsCountedRight() throws Exception {
        String file = "MA_BN;HO_TEN;NGAY_SINH;DIA_CHI\n"
                + "BN1;\"Mẫu \"\"A\"\"\";1960;\"Số 1;\nPhố Mẫu\"\n\n"
                + "BN2;;1960;\n"
                + "BN3;Mẫu;1960;a;b\n";
        List<SourceItem<HospitalRecord>> items = items(file, StandardCharsets.UTF_8);
        assertThat(read(items.get(0)).patient().address()).contains("Số 1;\nPhố Mẫu");
        assertThat(read(items.get(0)).visit()).isEmpty();
        SourceItem.Refused<HospitalRecord> nameless = (SourceItem.Refused<HospitalRecord>) items.get(1);
        assertThat(nameless.refusal().reason()).isEqualTo(RefusalReason.FIELD_MISSING);
        assertThat(nameless.line()).isBetween(4L, 5L);
        assertThat(((SourceItem.Refused<HospitalRecord>) items.get(2)).refusal().reason())
                .isEqualTo(RefusalReason.PART_BROKEN);
    }

    @Test
    void aFileWithoutWhatMustBeThereOrInOtherLettersIsRefusedWhole() {
        assertThat(broken("MA_BN;TEN\n1;2\n", StandardCharsets.UTF_8)).isEqualTo(RefusalReason.FIELD_MISSING);
        assertThat(broken("HO_TEN;NGAY_SINH;HO_TEN\n", StandardCharsets.UTF_8)).isEqualTo(RefusalReason.PART_TWICE);
        assertThat(broken(HEADER + "\n" + ROW.replace("ễ", "é"), StandardCharsets.ISO_8859_1))
                .isEqualTo(RefusalReason.ENCODING_WRONG);
        assertThat(broken("x".repeat(100_000), StandardCharsets.UTF_8)).isEqualTo(RefusalReason.TOO_LARGE);
        assertThat(broken(HEADER + "\nLK1;\"" + "x".repeat(300_000), StandardCharsets.UTF_8))
                .isEqualTo(RefusalReason.TOO_LARGE);
        assertThat(broken(HEADER + "\nLK1;\"never closed", StandardCharsets.UTF_8))
                .isEqualTo(RefusalReason.FILE_BROKEN);
    }

    @Test
    void aSpreadsheetsUtf16IsReadToo() throws Exception {
        assertThat(items("\uFEFF" + HEADER + "\n" + ROW + "\n", StandardCharsets.UTF_16LE))
                .hasSize(1);
    }

    private static RefusalReason broken(String file, Charset charset) {
        List<RefusalReason> reasons = new ArrayList<>();
        assertThatThrownBy(() -> items(file, charset))
                .isInstanceOfSatisfying(
                        FileBrokenException.class,
                        it -> reasons.add(it.refusal().reason()));
        return reasons.get(0);
    }

    private static HospitalRecord read(SourceItem<HospitalRecord> item) {
        return ((SourceItem.Read<HospitalRecord>) item).content();
    }

    private static List<SourceItem<HospitalRecord>> items(String file, Charset charset) throws FileBrokenException {
        List<SourceItem<HospitalRecord>> items = new ArrayList<>();
        try (CsvFile source = new CsvFile(
                new ByteArrayInputStream(file.getBytes(charset)),
                TestVisitFields.make(),
                ZoneId.of("Asia/Ho_Chi_Minh"))) {
            for (Optional<SourceItem<HospitalRecord>> next = source.next(); next.isPresent(); next = source.next()) {
                items.add(next.get());
            }
        }
        return items;
    }
}
