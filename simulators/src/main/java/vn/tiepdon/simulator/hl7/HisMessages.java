package vn.tiepdon.simulator.hl7;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;

/** Messages of HL7 v2.5.1 as a hospital's information system sends them. */
public final class HisMessages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int CONTROL_ID = 20;

    private HisMessages() {}

    /**
     * ADT^A04 or ADT^A08.
     *
     * @param born {@code 1950} or {@code 19500302}
     * @param sex {@code M}, {@code F} or {@code U}
     * @param name family name first
     */
    public static String person(String trigger, String code, String born, String sex, String name) {
        return header("ADT", trigger, "ADT_A01") + "EVN||" + now() + "\r" + "PID|1||" + code + "^^^^MR||" + xpn(name)
                + "||" + born + "|" + sex + "\rPV1|1|O\r";
    }

    /** ADT^A40: the second is the first. */
    public static String merge(String kept, String gone) {
        return header("ADT", "A40", "ADT_A39") + "EVN||" + now() + "\rPID|1||" + kept + "^^^^MR\rMRG|" + gone
                + "^^^^MR\r";
    }

    /**
     * SIU^S12 to S15, and S26.
     *
     * @param id of the appointment, as this system calls it
     * @param patient hospital code
     * @param clinic code; empty for none
     * @param starts {@code 202611240830}; empty for none
     */
    public static String appointment(String trigger, String id, String patient, String clinic, String starts) {
        String place = clinic.isEmpty() ? "" : "AIL|1||" + clinic + "\r";
        return header("SIU", trigger, "SIU_S12") + "SCH|" + id + "|||||ROUTINE|||||^^^" + starts + "\rPID|1||" + patient
                + "^^^^MR\rRGS|1\r" + place;
    }

    /** The answer to a message. */
    static String answer(String message, String code) {
        String[] header = message.split("\r", 2)[0].split("\\|", -1);
        String control = header.length > 9 ? header[9] : "";
        String error = code.equals("AA") ? "" : "ERR|||207^Application internal error^HL70357|E||||simulated\r";
        return header("ACK", "", "ACK") + "MSA|" + code + "|" + control + "\r" + error;
    }

    private static String header(String type, String trigger, String structure) {
        String control = UUID.randomUUID().toString().replace("-", "").substring(0, CONTROL_ID);
        return "MSH|^~\\&|HIS|BV|TIEPDON|BV|" + now() + "||" + type + "^" + trigger + "^" + structure + "|" + control
                + "|P|2.5.1||||||UNICODE UTF-8\r";
    }

    /** Family name, given name, and what stands between. */
    private static String xpn(String name) {
        String[] words = name.strip().split("\\s+");
        if (words.length == 1) {
            return words[0];
        }
        String between = String.join(" ", Arrays.copyOfRange(words, 1, words.length - 1));
        return words[0] + "^" + words[words.length - 1] + "^" + between;
    }

    private static String now() {
        return TIME.format(LocalDateTime.now());
    }
}
