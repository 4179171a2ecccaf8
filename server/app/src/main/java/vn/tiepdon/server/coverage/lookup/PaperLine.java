package vn.tiepdon.server.coverage.lookup;

import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Facility;

/** What a ticket says of insurance. A ticket lies about: it never says what came of a question. */
enum PaperLine {
    CHECKED("BHYT: đã kiểm tra.", "Insurance: checked."),
    TO_DESK("BHYT: đã kiểm tra, mời ghé {desk}.", "Insurance: checked, please go to {desk}."),
    RESULT_AT_DESK("BHYT: đã kiểm tra, mời hỏi {desk}.", "Insurance: checked, please ask at {desk}."),
    NOT_YET("BHYT: chưa kiểm tra, mời ghé {desk}.", "Insurance: not checked yet, please go to {desk}.");

    /** For whoever typed a number; {@code {desk}} is filled in by the kiosk. */
    static final Text UNTOLD = new Text(
            "Đã kiểm tra BHYT. Mời ông/bà hỏi kết quả ở {desk}.",
            "Your insurance has been checked. Please ask for the result at {desk}.");

    private final String vi;
    private final String en;

    PaperLine(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    Text at(Facility facility) {
        return new Text(
                vi.replace("{desk}", facility.desk().vi()),
                en.replace("{desk}", facility.desk().en()));
    }
}
