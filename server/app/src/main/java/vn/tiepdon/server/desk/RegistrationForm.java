package vn.tiepdon.server.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.TypedNumbers;
import vn.tiepdon.server.patient.TypedQuery;

/**
 * A person as typed at the desk.
 *
 * @param registration id of this form, a UUID: sent twice, it enters one person; of somebody known the version
 * @param reason why somebody new, when somebody else is much alike; empty when nobody asked
 */
record RegistrationForm(
        String registration,
        String name,
        String born,
        String sex,
        String national,
        String insurance,
        String telephone,
        String address,
        String reason) {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_ADDRESS = 300;
    static final int LONGEST_REASON = 300;
    private static final int LONGEST_TELEPHONE = 20;
    private static final String OLDEST = "1900";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’()-]*");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{2,}");

    RegistrationForm {
        registration = registration == null || registration.isEmpty()
                ? UUID.randomUUID().toString()
                : registration;
        name = Reading.line(name);
        born = Reading.line(born);
        sex = Reading.line(sex);
        national = Reading.line(national);
        insurance = Reading.line(insurance);
        telephone = Reading.line(telephone);
        address = Reading.line(address);
        reason = Reading.line(reason);
    }

    /** As somebody stands in the register. */
    static RegistrationForm of(PatientDetails known) {
        Patient patient = known.patient();
        return new RegistrationForm(
                Integer.toString(known.version()),
                patient.fullName(),
                new BirthDates().written(patient.birthDate().iso()),
                patient.sex().name(),
                known.number(IdentifierKind.NATIONAL).orElse(""),
                known.number(IdentifierKind.INSURANCE).orElse(""),
                known.telephone().orElse(""),
                known.address().orElse(""),
                "");
    }

    /** What was typed to find somebody, each word where it belongs. */
    static RegistrationForm of(String typed) {
        Optional<TypedNumbers.Number> number = TypedNumbers.parse(typed);
        TypedQuery query = number.isPresent() ? TypedQuery.of("") : TypedQuery.of(typed);
        return new RegistrationForm(
                null,
                capitalised(query.words()),
                query.born().map(day -> new BirthDates().written(day.iso())).orElse(""),
                "",
                of(number, IdentifierKind.NATIONAL),
                of(number, IdentifierKind.INSURANCE),
                "",
                "",
                "");
    }

    private static String of(Optional<TypedNumbers.Number> number, IdentifierKind kind) {
        return number.filter(it -> it.kind() == kind)
                .map(TypedNumbers.Number::value)
                .orElse("");
    }

    /** Who searches types small letters; a name is written with capitals. */
    private static String capitalised(String words) {
        List<String> written = new ArrayList<>();
        for (String word : words.split(" ")) {
            if (!word.isEmpty()) {
                int first = word.offsetByCodePoints(0, 1);
                written.add(word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first));
            }
        }
        return String.join(" ", written);
    }

    Optional<NewPatient> read(LocalDate today, Reading reading) {
        return read(today, "", reading);
    }

    /**
     * Empty when the reading has problems.
     *
     * @param known the name as another system has given it: it may hold what nobody here would type
     */
    Optional<NewPatient> read(LocalDate today, String known, Reading reading) {
        if (known.isEmpty() || !name.equals(known)) {
            checkName(reading);
        }
        Optional<BirthDate> birth = birthDate(today, reading);
        Map<IdentifierKind, String> numbers = new EnumMap<>(IdentifierKind.class);
        number(IdentifierKind.NATIONAL, "national", national, numbers, reading);
        number(IdentifierKind.INSURANCE, "insurance", insurance, numbers, reading);
        if (!telephone.isEmpty()
                && (telephone.length() > LONGEST_TELEPHONE
                        || !TELEPHONE.matcher(telephone).matches())) {
            reading.wrong("telephone", "register.telephone");
        }
        if (address.length() > LONGEST_ADDRESS) {
            reading.wrong("address", "register.long", address.length(), LONGEST_ADDRESS);
        }
        if (reason.length() > LONGEST_REASON) {
            reading.wrong("reason", "register.long", reason.length(), LONGEST_REASON);
        }
        return reading.problems().isEmpty()
                ? Optional.of(new NewPatient(
                        name, birth.orElseThrow(), chosenSex(), numbers, Optional.of(telephone), Optional.of(address)))
                : Optional.empty();
    }

    private void checkName(Reading reading) {
        if (name.isEmpty()) {
            reading.wrong("name", "register.name");
        } else if (name.length() > LONGEST_NAME) {
            reading.wrong("name", "register.long", name.length(), LONGEST_NAME);
        } else if (!NAME.matcher(name).matches()) {
            reading.wrong("name", "register.letters");
        }
    }

    private Optional<BirthDate> birthDate(LocalDate today, Reading reading) {
        Optional<BirthDate> birth = TypedQuery.date(born);
        if (birth.isEmpty()) {
            reading.wrong("born", "register.born");
        } else if (birth.get().iso().compareTo(today.toString()) > 0
                || birth.get().iso().compareTo(OLDEST) < 0) {
            reading.wrong("born", "register.born.range");
        }
        return birth;
    }

    private static void number(
            IdentifierKind kind, String field, String typed, Map<IdentifierKind, String> numbers, Reading reading) {
        if (!typed.isEmpty()) {
            kind.normal(typed.replaceAll("[.-]", ""))
                    .ifPresentOrElse(it -> numbers.put(kind, it), () -> reading.wrong(field, "register." + field));
        }
    }

    private Sex chosenSex() {
        return sex.equals("MALE") ? Sex.MALE : sex.equals("FEMALE") ? Sex.FEMALE : Sex.UNKNOWN;
    }

    @Override
    public String toString() {
        return "RegistrationForm[…]";
    }
}
