package vn.tiepdon.server.room;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Icd10;

/** Understands the main diagnosis: a code, or one with a name behind it. */
@Component
class TypedDiagnosis {

    static final String NAME_MISSING = "room.ask.name.missing";
    private static final String CODE_MISSING = "room.ask.code.missing";
    private static final String CODE_INVALID = "room.ask.code.invalid";

    private final DiagnosisCatalogue catalogue;

    TypedDiagnosis(DiagnosisCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param name of a code that the catalogue does not know
     * @param choices known beside the catalogue
     * @param problems gets why it is empty
     */
    Optional<Diagnosis> read(String typed, String name, List<Diagnosis> choices, List<Problem> problems) {
        Optional<Icd10> code = Icd10.parse(typed);
        if (code.isEmpty()) {
            problems.add(Problem.of("code", typed.isEmpty() ? CODE_MISSING : CODE_INVALID));
            return Optional.empty();
        }
        Optional<Diagnosis> found = choices.stream()
                .filter(it -> it.code().equals(code.get()))
                .findFirst()
                .or(() -> catalogue.find(code.get()))
                .or(() -> Optional.of(name).filter(it -> !it.isEmpty()).map(it -> Diagnosis.named(code.get(), it)));
        if (found.isEmpty()) {
            problems.add(Problem.of("name", NAME_MISSING));
        }
        return found;
    }
}
