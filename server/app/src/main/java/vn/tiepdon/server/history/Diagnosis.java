package vn.tiepdon.server.history;

import vn.tiepdon.api.Text;

/** What somebody has, and what people call it. */
public record Diagnosis(Icd10 code, Text name) {

    /** The longest name that is kept. */
    public static final int LONGEST_NAME = 200;

    /** Named by whoever typed it: in one language. */
    public static Diagnosis named(Icd10 code, String name) {
        return new Diagnosis(code, new Text(name, name));
    }

    /** Whether no card and no screen beside a patient may show it. */
    public boolean sensitive() {
        return SensitiveDiagnosis.includes(code);
    }

    @Override
    public String toString() {
        return "Diagnosis[…]";
    }
}
