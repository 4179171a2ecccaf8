package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.Optional;

/** An illness that stays. */
public record ChronicDiagnosis(Icd10 code, String name, Optional<LocalDate> since) {

    /** Whether no card and no screen beside a patient may show it. */
    public boolean sensitive() {
        return SensitiveDiagnosis.includes(code);
    }

    @Override
    public String toString() {
        return "ChronicDiagnosis[…]";
    }
}
