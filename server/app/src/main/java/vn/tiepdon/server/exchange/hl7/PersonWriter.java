package vn.tiepdon.server.exchange.hl7;

import java.util.Arrays;
import java.util.List;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.exchange.hl7.MessageMaker.Fields;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;

/** Writes a patient as {@link PersonReader} reads one. */
final class PersonWriter {

    private PersonWriter() {}

    static void write(Fields message, String pid, PatientDetails patient, Facility hospital) {
        message.set(pid + "-1", "1");
        numbers(message, pid + "-3", patient.identifiers(), hospital);
        name(message, pid + "-5", patient.patient().fullName());
        message.set(pid + "-7", patient.patient().birthDate().iso().replace("-", ""));
        message.set(pid + "-8", sex(patient.patient().sex()));
        patient.address().ifPresent(address -> message.set(pid + "-11-1-1", address));
        patient.telephone().ifPresent(telephone -> {
            message.set(pid + "-13-2", "PRN");
            message.set(pid + "-13-3", "PH");
            message.set(pid + "-13-12", telephone);
        });
    }

    /** Those in force first; of the others those that still lead to the patient. */
    static void numbers(Fields message, String field, List<Identifier> identifiers, Facility hospital) {
        List<Identifier> naming =
                identifiers.stream().filter(it -> it.inForce() || it.naming()).toList();
        for (int i = 0; i < naming.size(); i++) {
            String cx = field + "(" + i + ")-";
            Identifier one = naming.get(i);
            message.set(cx + "1", one.value());
            message.set(cx + "4", one.kind() == IdentifierKind.HOSPITAL ? hospital.code() : "VNM");
            message.set(cx + "5", type(one.kind()));
        }
    }

    /** The first word is the family's, the last is given, and what stands between is the rest. */
    private static void name(Fields message, String field, String fullName) {
        String[] words = fullName.split(" ");
        message.set(field + "-1-1", words[0]);
        if (words.length > 1) {
            message.set(field + "-2", words[words.length - 1]);
            message.set(field + "-3", String.join(" ", Arrays.asList(words).subList(1, words.length - 1)));
        }
        message.set(field + "-7", "L");
    }

    /** HL7 table 0203. */
    private static String type(IdentifierKind kind) {
        return switch (kind) {
            case NATIONAL, OLD_NATIONAL -> "NI";
            case INSURANCE -> "HC";
            case HOSPITAL -> "MR";
            case PASSPORT -> "PPN";
        };
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case MALE -> "M";
            case FEMALE -> "F";
            case UNKNOWN -> "U";
        };
    }
}
