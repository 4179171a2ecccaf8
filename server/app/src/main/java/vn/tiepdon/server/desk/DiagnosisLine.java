package vn.tiepdon.server.desk;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.history.ChronicDiagnosis;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Icd10;

/** @param name may be left out for a code that the catalogue knows */
record DiagnosisLine(String code, String name, String since) {

    DiagnosisLine {
        code = Reading.line(code);
        name = Reading.line(name);
        since = Reading.line(since);
    }

    static DiagnosisLine of(ChronicDiagnosis diagnosis) {
        return new DiagnosisLine(
                diagnosis.code().code(),
                diagnosis.name(),
                diagnosis.since().map(Reading::written).orElse(""));
    }

    static DiagnosisLine empty() {
        return new DiagnosisLine("", "", "");
    }

    boolean isEmpty() {
        return code.isEmpty() && name.isEmpty();
    }

    /** Whether no card may carry it; for the page to say so. */
    public boolean sensitive() {
        return Icd10.parse(code)
                .map(it -> new ChronicDiagnosis(it, name, Optional.empty()).sensitive())
                .orElse(false);
    }

    ChronicDiagnosis read(Reading reading, int line, DiagnosisCatalogue catalogue, LocalDate today) {
        String id = "diagnoses" + (line - 1);
        Optional<Icd10> icd10 = Icd10.parse(code);
        Optional<LocalDate> day = reading.day(id + ".since", line, since, today);
        if (icd10.isEmpty()) {
            return reading.wrong(id + ".code", "code", line);
        }
        String named = name.isEmpty()
                ? catalogue.find(icd10.get()).map(it -> it.name().vi()).orElse("")
                : name;
        if (named.isEmpty()) {
            return reading.wrong(id + ".name", "name", line);
        }
        return new ChronicDiagnosis(icd10.get(), reading.text(id + ".name", line, named, Diagnosis.LONGEST_NAME), day);
    }

    @Override
    public String toString() {
        return "DiagnosisLine[…]";
    }
}
