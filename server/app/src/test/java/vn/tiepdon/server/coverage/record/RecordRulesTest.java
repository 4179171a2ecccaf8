package vn.tiepdon.server.coverage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.server.patient.BirthDate;

class RecordRulesTest {

    static CheckInRecord good() {
        Map<RecordField, String> fields = new EnumMap<>(RecordField.class);
        fields.put(RecordField.MA_LK, "TIEPDON-1");
        fields.put(RecordField.STT, "1");
        fields.put(RecordField.MA_BN, "BN000123");
        fields.put(RecordField.HO_TEN, "Nguyễn Thị Mẫu");
        fields.put(RecordField.SO_CCCD, "001190000123");
        fields.put(RecordField.NGAY_SINH, "199001150000");
        fields.put(RecordField.GIOI_TINH, "2");
        fields.put(RecordField.MA_THE_BHYT, "DN4010190000123");
        fields.put(RecordField.MA_DKBD, "01028");
        fields.put(RecordField.GT_THE_TU, "20260101");
        fields.put(RecordField.GT_THE_DEN, "20261231");
        fields.put(RecordField.MA_DOITUONG_KCB, "1.1");
        fields.put(RecordField.NGAY_VAO, "202611220715");
        fields.put(RecordField.MA_LOAI_KCB, "01");
        fields.put(RecordField.MA_CSKCB, "01028");
        fields.put(RecordField.MA_DICH_VU, "02.03");
        fields.put(RecordField.TEN_DICH_VU, "Khám Nội tim mạch");
        fields.put(RecordField.NGAY_YL, "202611220730");
        return new CheckInRecord(fields);
    }

    @Test
    void aGoodRecordHasNoFaultAndThereAre26Fields() {
        assertThat(RecordRules.faults(good())).isEmpty();
        assertThat(RecordField.values()).hasSize(26);
        assertThat(RecordRules.faults(good().with(RecordField.MA_THE_BHYT, "")
                        .with(RecordField.MA_DKBD, "")
                        .with(RecordField.GT_THE_TU, "")
                        .with(RecordField.GT_THE_DEN, "")
                        .with(RecordField.MA_DOITUONG_KCB, "9")))
                .isEmpty();
        assertThat(RecordRules.faults(good().with(RecordField.NGAY_SINH, "199000000000")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STT, 0",
        "STT, x",
        "SO_CCCD, 00119000012",
        "SO_CCCD, b1234567",
        "NGAY_SINH, 19901315000",
        "NGAY_SINH, 199013150000",
        "NGAY_SINH, 202611230000",
        "NGAY_SINH, 202611200000",
        "NGAY_SINH, 199001000000",
        "GIOI_TINH, 0",
        "GIOI_TINH, 4",
        "MA_THE_BHYT, DN6010190000123",
        "MA_THE_BHYT, 019000012",
        "MA_DKBD, 0102",
        "MA_DKBD, ABCDE",
        "GT_THE_TU, 20261301",
        "GT_THE_DEN, 20251231",
        "GT_THE_DEN, 31122026",
        "MA_DOITUONG_KCB, 2",
        "MA_DOITUONG_KCB, x",
        "NGAY_VAO, 202611222460",
        "NGAY_VAO_NOI_TRU, 2026112207",
        "MA_LOAI_KCB, 1",
        "MA_LOAI_KCB, 17",
        "MA_CSKCB, 1028",
        "NGAY_YL, 202611220714",
        "NGAY_YL, 2026-11-22",
        "MA_LY_DO_VNT, 123456"
    })
    void eachSingleFaultIsSaidByTheNameOfItsField(RecordField field, String value) {
        CheckInRecord record =
                field == RecordField.NGAY_VAO_NOI_TRU ? good().with(RecordField.LY_DO_VNT, "Điều trị") : good();
        assertThat(RecordRules.faults(record.with(field, value))).containsExactly(field);
    }

    @ParameterizedTest
    @EnumSource(RecordField.class)
    void aFieldThatMustBeThereIsMissed(RecordField field) {
        if (field.must()) {
            assertThat(RecordRules.faults(good().with(field, " "))).containsExactly(field);
        }
    }

    @ParameterizedTest
    @EnumSource(RecordField.class)
    void aFieldThatIsTooLongIsSaid(RecordField field) {
        assertThat(RecordRules.faults(good().with(field, "1".repeat(field.longest() + 1))))
                .contains(field);
    }

    @ParameterizedTest
    @EnumSource(RecordField.class)
    void lettersThatNoXmlCanCarryAreSaid(RecordField field) {
        assertThat(RecordRules.faults(good().with(field, "1\u00001"))).contains(field);
    }

    @Test
    void whatGoesTogetherIsThereTogether() {
        assertThat(RecordRules.faults(good().with(RecordField.MA_DICH_VU, "").with(RecordField.TEN_DICH_VU, "")))
                .containsExactly(RecordField.MA_DICH_VU);
        assertThat(RecordRules.faults(good().with(RecordField.TEN_DICH_VU, "")))
                .containsExactly(RecordField.TEN_DICH_VU);
        assertThat(RecordRules.faults(good().with(RecordField.MA_THUOC, "05C.1")))
                .containsExactly(RecordField.TEN_THUOC);
        assertThat(RecordRules.faults(good().with(RecordField.TEN_VAT_TU, "Băng")))
                .containsExactly(RecordField.MA_VAT_TU);
        assertThat(RecordRules.faults(good().with(RecordField.NGAY_VAO_NOI_TRU, "202611220800")))
                .containsExactly(RecordField.LY_DO_VNT);
        assertThat(RecordRules.faults(good().with(RecordField.NGAY_VAO_NOI_TRU, "202611210800")
                        .with(RecordField.LY_DO_VNT, "x")))
                .containsExactly(RecordField.NGAY_VAO_NOI_TRU);
    }

    @Test
    void birthDatesAreWrittenAsFarAsTheyAreKnown() {
        assertThat(RecordTimes.birth(new BirthDate("1950-03-02"))).isEqualTo("195003020000");
        assertThat(RecordTimes.birth(new BirthDate("1950-03"))).isEqualTo("195000000000");
        assertThat(RecordTimes.birth(new BirthDate("1950"))).isEqualTo("195000000000");
    }

    @Property(tries = 300)
    void whateverStandsInAFieldItIsJudged(@ForAll RecordField field, @ForAll @StringLength(max = 20) String value) {
        assertThat(RecordRules.faults(good().with(field, value))).isNotNull();
    }
}
