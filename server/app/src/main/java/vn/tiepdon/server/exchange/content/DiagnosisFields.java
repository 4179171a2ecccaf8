package vn.tiepdon.server.exchange.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.VisitDetails;

/** MA_BENH_CHINH, MA_BENH_KT and, for their names, CHAN_DOAN_RV. */
final class DiagnosisFields {

    /** ICD-10's marks of a cause and of its manifestation. */
    private static final Pattern DAGGERS = Pattern.compile("[*+†]");

    private static final String SEPARATOR = "; ";

    private final Function<Icd10, Optional<Diagnosis>> catalogue;

    DiagnosisFields(Function<Icd10, Optional<Diagnosis>> catalogue) {
        this.catalogue = catalogue;
    }

    /** @return the main one first */
    List<Diagnosis> read(Fields fields) throws RefusedException {
        String main = fields.text("MA_BENH_CHINH")
                .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "MA_BENH_CHINH"));
        List<Icd10> codes = new ArrayList<>(List.of(code(main, "MA_BENH_CHINH")));
        for (String other : fields.list("MA_BENH_KT")) {
            codes.add(code(other, "MA_BENH_KT"));
        }
        if (codes.size() > VisitDetails.MOST_OTHERS + 1) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "MA_BENH_KT");
        }
        List<String> names = fields.list("CHAN_DOAN_RV");
        boolean oneEach = names.size() == codes.size();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Optional<String> told = oneEach
                    ? Optional.of(names.get(i))
                    : fields.text("CHAN_DOAN_RV").filter(it -> codes.size() == 1);
            diagnoses.add(named(codes.get(i), told));
        }
        return diagnoses;
    }

    private static Icd10 code(String written, String field) throws RefusedException {
        return Icd10.parse(DAGGERS.matcher(written).replaceAll(""))
                .orElseThrow(() -> new RefusedException(RefusalReason.DIAGNOSIS_INVALID, field));
    }

    /** As it was told; of what was not told, or told of all at once, the name in the catalogue, or the code. */
    private Diagnosis named(Icd10 code, Optional<String> told) {
        Optional<Diagnosis> known = catalogue.apply(code);
        Optional<String> brief = told.filter(it -> it.length() <= Diagnosis.LONGEST_NAME);
        if (brief.isEmpty()) {
            return known.orElseGet(() -> Diagnosis.named(code, code.code()));
        }
        String english = known.map(it -> it.name().en()).orElse(brief.get());
        return new Diagnosis(code, new Text(brief.get(), english));
    }

    static Map<String, String> write(VisitDetails details) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "CHAN_DOAN_RV",
                Stream.concat(Stream.of(details.diagnosis()), details.others().stream())
                        .map(it -> it.name().vi().replace(';', ','))
                        .collect(Collectors.joining(SEPARATOR)));
        fields.put("MA_BENH_CHINH", details.diagnosis().code().code());
        fields.put(
                "MA_BENH_KT",
                details.others().stream().map(it -> it.code().code()).collect(Collectors.joining(";")));
        return fields;
    }
}
