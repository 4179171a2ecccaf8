package vn.tiepdon.server.history;

import java.time.LocalDate;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.HistorySummary;

/** The chronic programmes (chương trình quản lý bệnh mạn tính) that a hospital runs. */
public enum Programme {
    HYPERTENSION("Tăng huyết áp", "Hypertension"),
    DIABETES("Đái tháo đường", "Diabetes"),
    COPD("Bệnh phổi tắc nghẽn mạn tính", "Chronic obstructive pulmonary disease");

    private final Text title;

    Programme(String vi, String en) {
        this.title = new Text(vi, en);
    }

    HistorySummary.Programme due(LocalDate day) {
        return new HistorySummary.Programme(name(), title, day);
    }
}
