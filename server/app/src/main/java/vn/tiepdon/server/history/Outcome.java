package vn.tiepdon.server.history;

import java.util.Optional;
import vn.tiepdon.api.Text;

/** How a treatment ended: KET_QUA_DTRI of QĐ 4750/QĐ-BYT. */
public enum Outcome {
    RECOVERED("Khỏi", "Recovered"),
    IMPROVED("Đỡ", "Improved"),
    UNCHANGED("Không thay đổi", "Unchanged"),
    WORSE("Nặng hơn", "Worse"),
    DIED("Tử vong", "Died"),
    SENT_HOME_DYING("Tiên lượng nặng xin về", "Taken home in grave condition"),
    UNDETERMINED("Chưa xác định", "Not determined"),
    DIED_BEFORE_ARRIVAL("Tử vong ngoại viện", "Died before arrival");

    private final Text title;

    Outcome(String vi, String en) {
        this.title = new Text(vi, en);
    }

    /** 1 to 8. */
    public int code() {
        return ordinal() + 1;
    }

    public Text title() {
        return title;
    }

    public static Optional<Outcome> of(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
