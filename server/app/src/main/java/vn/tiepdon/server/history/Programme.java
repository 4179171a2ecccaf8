package vn.tiepdon.server.history;

import java.time.LocalDate;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.HistorySummary;

/** The chronic programmes (chương trình quản lý bệnh mạn tính) that a hospital runs. */
public enum Programme {
    HYPERTENSION("I10", "Tăng huyết áp", "Hypertension"),
    DIABETES("E11.9", "Đái tháo đường", "Diabetes"),
    COPD("J44.9", "Bệnh phổi tắc nghẽn mạn tính", "Chronic obstructive pulmonary disease");

    private final Icd10 diagnosis;
    private final Text title;

    Programme(String code, String vi, String en) {
        this.diagnosis = new Icd10(code);
        this.title = new Text(vi, en);
    }

    public Text title() {
        return title;
    }

    /** What somebody in it usually has. */
    public Icd10 diagnosis() {
        return diagnosis;
    }

    HistorySummary.Programme due(LocalDate day) {
        return new HistorySummary.Programme(name(), title, day);
    }
}
