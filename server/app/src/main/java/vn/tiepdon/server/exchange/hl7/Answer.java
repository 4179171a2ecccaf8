package vn.tiepdon.server.exchange.hl7;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.FaultText;

/**
 * An acknowledgment (HL7 v2.5.1, 2.9 and 2.15): MSH, MSA, and ERR when something is to be said. Of a fault ERR-5 holds
 * the mark, ERR-7 English for the technician, ERR-8 Vietnamese for the person at the other system.
 */
final class Answer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final int CONTROL_ID = 20;

    /** How a message fared; each kind has a letter of its own behind A or C. */
    enum Kind {
        ACCEPTED('A'),
        FAILED('E'),
        REJECTED('R');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    private final Kind kind;
    private final byte[] bytes;

    private Answer(Kind kind, String text) {
        this.kind = kind;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    static Answer accepted(Header to, OffsetDateTime at) {
        return new Answer(Kind.ACCEPTED, text(to, at, Kind.ACCEPTED));
    }

    /** It was carried out, and somebody should look at what came of it. */
    static Answer accepted(Header to, OffsetDateTime at, FaultCode remark) {
        return new Answer(Kind.ACCEPTED, text(to, at, Kind.ACCEPTED) + error(ErrorCode.ACCEPTED, "PID^1", remark, 'W'));
    }

    static Answer refused(Header to, OffsetDateTime at, Hl7Refused why) {
        Kind kind = why.isRejection() ? Kind.REJECTED : Kind.FAILED;
        return new Answer(kind, text(to, at, kind) + error(why.error(), why.location(), why.code(), 'E'));
    }

    /** @param to null when there was no header */
    private static String text(Header to, OffsetDateTime at, Kind kind) {
        boolean commit = to != null && to.commit();
        String trigger = to == null ? "" : "^" + Letters.escaped(to.component(Header.TYPE, 2)) + "^ACK";
        String control = UUID.randomUUID().toString().replace("-", "").substring(0, CONTROL_ID);
        String processing = to == null || to.field(Header.PROCESSING_ID).isBlank()
                ? "P"
                : Letters.escaped(to.component(Header.PROCESSING_ID, 1));
        return "MSH|^~\\&|"
                + (to == null ? "TIEPDON" : to.echoed(Header.RECEIVING_APPLICATION)) + "|"
                + (to == null ? "" : to.echoed(Header.RECEIVING_FACILITY)) + "|"
                + (to == null ? "" : to.echoed(Header.SENDING_APPLICATION)) + "|"
                + (to == null ? "" : to.echoed(Header.SENDING_FACILITY)) + "|"
                + TIME.format(at) + "||ACK" + trigger + "|" + control + "|" + processing + "|2.5.1||||||UNICODE UTF-8\r"
                + "MSA|" + (commit ? 'C' : 'A') + kind.letter + "|"
                + (to == null ? "" : Letters.escaped(to.controlId())) + "\r";
    }

    private static String error(ErrorCode error, String location, FaultCode code, char severity) {
        FaultText text = FaultCatalogue.shipped().of(code);
        return "ERR||" + location + "|" + error.coded() + "|" + severity + "|" + code.mark() + "^" + code.name()
                + "||" + Letters.escaped(text.technician().en()) + "|"
                + Letters.escaped(text.reception().vi()) + "\r";
    }

    Kind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What was answered before, to be said again. */
    static Answer again(String text) {
        return new Answer(Kind.ACCEPTED, text);
    }

    /** Whether the sender wants to hear it. */
    boolean wanted(Header by) {
        return switch (by == null ? "AL" : by.wish()) {
            case "NE" -> false;
            case "ER" -> kind != Kind.ACCEPTED;
            case "SU" -> kind == Kind.ACCEPTED;
            default -> true;
        };
    }
}
