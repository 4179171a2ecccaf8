package vn.tiepdon.server.patient;

import java.util.Optional;

/** What may be stored of a person beside name and numbers. */
final class Contacts {

    private static final int TELEPHONE = 20;
    private static final int ADDRESS = 1024;
    private static final String OLDEST = "1850";

    private Contacts() {}

    static void requirePlausible(BirthDate birthDate) {
        if (BirthDate.parse(birthDate.iso()).isEmpty() || birthDate.iso().compareTo(OLDEST) < 0) {
            throw new IllegalArgumentException("not a birth date");
        }
    }

    static Optional<String> telephone(Optional<String> written) {
        return within(written, TELEPHONE, "telephone");
    }

    static Optional<String> address(Optional<String> written) {
        return within(written, ADDRESS, "address");
    }

    private static Optional<String> within(Optional<String> written, int longest, String what) {
        Optional<String> text = written.map(String::strip).filter(it -> !it.isEmpty());
        if (text.filter(it -> it.length() > longest).isPresent()) {
            throw new IllegalArgumentException("a longer " + what + " than " + longest + " characters");
        }
        return text;
    }
}
