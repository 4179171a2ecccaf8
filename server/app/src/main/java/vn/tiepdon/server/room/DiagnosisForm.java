package vn.tiepdon.server.room;

import vn.tiepdon.server.history.Diagnosis;

/**
 * What the doctor answered; everything but the choice as it was typed.
 *
 * @param choice the code of a choice shown, {@link #NONE}, or empty for a typed code
 * @param code typed
 * @param name of a typed code that the catalogue does not know
 * @param next a {@link NextVisit}, or empty
 * @param then whether to call the next number at once
 * @param onward whether the patient goes on to cashier and pharmacy
 */
record DiagnosisForm(String choice, String code, String name, String next, Boolean then, Boolean onward) {

    /** The patient leaves without a diagnosis. */
    static final String NONE = "none";

    static final DiagnosisForm EMPTY = new DiagnosisForm("", "", "", "", null, null);

    /** Absent fields are empty ones, and none is longer than what it may hold. */
    DiagnosisForm {
        choice = bounded(choice, NONE.length() + Diagnosis.LONGEST_NAME);
        code = bounded(code, 20);
        name = bounded(name, Diagnosis.LONGEST_NAME);
        next = bounded(next, 20);
        then = then != null && then;
        onward = onward != null && onward;
    }

    /** A choice that cannot be taken any more is put where it can be completed. */
    DiagnosisForm asTyped() {
        return new DiagnosisForm("", choice.isEmpty() ? code : choice, name, next, then, onward);
    }

    private static String bounded(String text, int most) {
        String stripped = text == null ? "" : text.strip();
        return stripped.length() <= most ? stripped : stripped.substring(0, most);
    }

    @Override
    public String toString() {
        return "DiagnosisForm[…]";
    }
}
