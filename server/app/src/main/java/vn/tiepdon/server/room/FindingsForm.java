package vn.tiepdon.server.room;

import java.util.stream.Collectors;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.language.Decimals;

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
    /** As many as a visit may have, also when another system wrote it. */
    private static final int CODES = 8_000;

    private static final int LINES = 130_000;

    /** Absent fields are empty ones, and none is longer than what it may hold. */
    FindingsForm {
        bp = bounded(bp, NUMBER);
        glucose = bounded(glucose, NUMBER);
        fasting = bounded(fasting, NUMBER);
        hba1c = bounded(hba1c, NUMBER);
        weight = bounded(weight, NUMBER);
        others = bounded(others, CODES);
        reason = bounded(reason, LINE);
        advice = bounded(advice, LINE);
        drugs = bounded(drugs, LINES);
    }

    /** As a doctor would have typed it. Values that another system sent by themselves are not among it. */
    static FindingsForm of(VisitDetails details) {
        return new FindingsForm(
                pressure(details),
                value(details, ObservationKind.GLUCOSE),
                value(details, ObservationKind.FASTING_GLUCOSE),
                value(details, ObservationKind.HBA1C),
                value(details, ObservationKind.WEIGHT),
                details.others().stream()
                        .map(it -> it.code().code() + " " + it.name().vi().replaceAll("[;\\s]+", " "))
                        .collect(Collectors.joining("; ")),
                details.reason().orElse(""),
                details.advice().orElse(""),
                DrugLines.written(details.prescriptions()));
    }

    private static String pressure(VisitDetails details) {
        String systolic = value(details, ObservationKind.SYSTOLIC);
        String diastolic = value(details, ObservationKind.DIASTOLIC);
        return systolic.isEmpty() || diastolic.isEmpty() ? "" : systolic + "/" + diastolic;
    }

    private static String value(VisitDetails details, ObservationKind kind) {
        return details.observations().stream()
                .filter(it -> it.kind() == kind && it.sourceId().isEmpty())
                .map(it -> Decimals.written(it.value()))
                .findFirst()
                .orElse("");
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
