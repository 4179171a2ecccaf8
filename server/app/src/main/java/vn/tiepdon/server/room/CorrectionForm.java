package vn.tiepdon.server.room;

import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Visit;

/**
 * A visit as it stands in the inputs of its correction, beside the {@link FindingsForm}.
 *
 * @param name of a code that nobody knows; empty at first, so that no old name is given to a new code
 * @param next a day, or empty
 * @param version that the page was made with
 */
record CorrectionForm(String code, String name, String next, Integer version) {

    private static final int SHORT = 20;

    CorrectionForm {
        code = bounded(code, SHORT);
        name = bounded(name, Diagnosis.LONGEST_NAME);
        next = bounded(next, SHORT);
        version = version == null ? 0 : version;
    }

    static CorrectionForm of(Visit visit) {
        return new CorrectionForm(
                visit.details().diagnosis().code().code(),
                "",
                visit.details().next().map(Corrections::written).orElse(""),
                visit.version());
    }

    private static String bounded(String text, int most) {
        String stripped = text == null ? "" : text.strip();
        return stripped.length() <= most ? stripped : stripped.substring(0, most);
    }

    @Override
    public String toString() {
        return "CorrectionForm[…]";
    }
}
