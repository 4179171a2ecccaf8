package vn.tiepdon.server.history;

import java.util.Arrays;
import java.util.Optional;
import vn.tiepdon.api.Text;

/** What a visit was for: MA_LOAI_KCB of QĐ 1804/2026/QĐ-BYT. */
public enum VisitKind {
    EXAMINATION("01", "Khám bệnh", "Examination"),
    OUTPATIENT("02", "Điều trị ngoại trú", "Outpatient treatment"),
    INPATIENT("03", "Điều trị nội trú", "Inpatient treatment"),
    DAY_TREATMENT("04", "Điều trị ban ngày", "Day treatment"),
    CHRONIC_DRUGS("05", "Ngoại trú bệnh mạn tính, khám và lĩnh thuốc", "Chronic care, examination and drugs"),
    STATION_STAY("06", "Điều trị lưu tại trạm y tế, phòng khám đa khoa khu vực", "Stay at a health station"),
    DRUG_COLLECTION("07", "Nhận thuốc theo hẹn", "Collection of drugs"),
    CHRONIC_SERVICES("08", "Ngoại trú bệnh mạn tính, có dịch vụ kỹ thuật", "Chronic care with procedures"),
    SHORT_INPATIENT("09", "Điều trị nội trú dưới 4 giờ", "Inpatient treatment of less than four hours"),
    OTHER("10", "Khác", "Other"),
    MOBILE("11", "Khám bệnh lưu động", "Mobile examination"),
    AT_HOME("12", "Khám bệnh tại nhà", "At home"),
    FAMILY_MEDICINE("13", "Y học gia đình", "Family medicine"),
    REMOTE("14", "Khám bệnh từ xa", "Remote examination"),
    CHECK_UP("15", "Khám sức khỏe định kỳ", "Periodic check-up"),
    SCREENING("16", "Khám sàng lọc", "Screening");

    private final String code;
    private final Text title;

    VisitKind(String code, String vi, String en) {
        this.code = code;
        this.title = new Text(vi, en);
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    /** Empty for an unknown code; a missing leading zero is understood. */
    public static Optional<VisitKind> of(String code) {
        String padded = code.length() == 1 ? "0" + code : code;
        return Arrays.stream(values()).filter(it -> it.code.equals(padded)).findFirst();
    }
}
