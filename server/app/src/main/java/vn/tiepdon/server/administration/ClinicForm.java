package vn.tiepdon.server.administration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.ClinicKind;

/** A clinic as typed. */
public record ClinicForm(String nameVi, String nameEn, String quota, String kind, String mark) {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_NUMBERS = 5_000;
    private static final Pattern MARK = Pattern.compile("[A-ZĐ]{1,2}");

    static ClinicForm empty() {
        return new ClinicForm("", "", "100", ClinicKind.CLINIC.name(), "");
    }

    static ClinicForm of(ClinicRow row) {
        return new ClinicForm(
                row.name().vi(),
                row.name().en(),
                Integer.toString(row.quota()),
                row.kind().name(),
                row.mark().orElse(""));
    }

    /** Without an English name the Vietnamese one is shown. */
    Text name(Typed typed) {
        String vi = typed.text("nameVi", nameVi, LONGEST_NAME);
        String en = Typed.line(nameEn).isEmpty() ? vi : typed.text("nameEn", nameEn, LONGEST_NAME);
        return new Text(vi, en);
    }

    int quota(Typed typed) {
        return typed.number("quota", quota, 0, MOST_NUMBERS);
    }

    ClinicKind place() {
        return Stream.of(ClinicKind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElse(ClinicKind.CLINIC);
    }

    Optional<String> mark(Typed typed) {
        String text = Typed.line(mark).toUpperCase(Locale.ROOT);
        if (!text.isEmpty() && !MARK.matcher(text).matches()) {
            typed.wrong("mark", "mark");
        }
        return Optional.of(text).filter(it -> !it.isEmpty());
    }
}
