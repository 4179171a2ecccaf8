package vn.tiepdon.server.room;

/**
 * What the doctor may say beside the diagnosis, as it was typed; nothing of it must be.
 *
 * @param bp blood pressure, {@code 150/90}
 * @param others secondary diagnoses: codes, separated by commas or semicolons, each perhaps with a name behind it
 * @param drugs one line for each: name; dosage; days; quantity
 */
record FindingsForm(
        String bp,
        String glucose,
        String fasting,
        String hba1c,
        String weight,
        String others,
        String reason,
        String advice,
        String drugs) {

    static final FindingsForm EMPTY = new FindingsForm("", "", "", "", "", "", "", "", "");

    private static final int NUMBER = 20;
    private static final int LINE = 1000;
    private static final int LINES = 8000;

    /** Absent fields are empty ones, and none is longer than what it may hold. */
    FindingsForm {
        bp = bounded(bp, NUMBER);
        glucose = bounded(glucose, NUMBER);
        fasting = bounded(fasting, NUMBER);
        hba1c = bounded(hba1c, NUMBER);
        weight = bounded(weight, NUMBER);
        others = bounded(others, LINE);
        reason = bounded(reason, LINE);
        advice = bounded(advice, LINE);
        drugs = bounded(drugs, LINES);
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    private static String bounded(String text, int most) {
        String stripped = text == null ? "" : text.strip();
        return stripped.length() <= most ? stripped : stripped.substring(0, most);
    }

    @Override
    public String toString() {
        return "FindingsForm[…]";
    }
}
