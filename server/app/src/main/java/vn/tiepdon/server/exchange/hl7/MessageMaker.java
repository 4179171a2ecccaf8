package vn.tiepdon.server.exchange.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.AbstractMessage;
import ca.uhn.hl7v2.model.v251.message.ADT_A01;
import ca.uhn.hl7v2.model.v251.message.ADT_A37;
import ca.uhn.hl7v2.model.v251.message.ADT_A39;
import ca.uhn.hl7v2.model.v251.message.SIU_S12;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.queue.Ticket;

/** Puts what happens here into messages of HL7 v2.5.1; chapters 3 and 10 say what stands where. */
final class MessageMaker {

    /** MSH-3 of all that is sent. */
    static final String APPLICATION = "TIEPDON";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final PipeParser parser;

    MessageMaker() {
        DefaultHapiContext context = new DefaultHapiContext();
        context.setValidationContext(ValidationContextFactory.noValidation());
        parser = new PipeParser(context);
    }

    /** A patient has come and taken a number. */
    Draft arrived(PatientDetails patient, Ticket ticket, Clinic clinic) {
        return draft("A04", ADT_A01.class, (message, to) -> {
            event(message, to, to.from().localAt(ticket.issuedAt()));
            PersonWriter.write(message, "/.PID", patient, to.from());
            message.set("/.PV1-1", "1");
            message.set("/.PV1-2", "O");
            message.set("/.PV1-3-1", clinic.code());
            clinic.firstRoom().ifPresent(room -> message.set("/.PV1-3-2", room.code()));
            message.set("/.PV1-3-4", to.from().code());
            message.set("/.PV1-10", clinic.code());
            message.set("/.PV1-19-1", ticket.id().toString());
            message.set("/.PV1-19-4", APPLICATION);
            message.set("/.PV1-44", Hl7Time.written(to.from().localAt(ticket.issuedAt())));
            message.set("/.PV1-50-1", ticket.label());
            message.set("/.PV1-50-4", clinic.code());
        });
    }

    Draft amended(PatientDetails patient) {
        return draft("A08", ADT_A01.class, (message, to) -> {
            event(message, to, to.at());
            PersonWriter.write(message, "/.PID", patient, to.from());
            message.set("/.PV1-2", "N");
        });
    }

    /** @param gone numbers of who is the same */
    Draft merged(PatientDetails kept, List<Identifier> gone) {
        return draft("A40", ADT_A39.class, (message, to) -> {
            event(message, to, to.at());
            PersonWriter.write(message, "/PATIENT/PID", kept, to.from());
            PersonWriter.numbers(message, "/PATIENT/MRG-1", gone, to.from());
        });
    }

    /** Two who were one by mistake: the nearest that the standard has is to unlink them. */
    Draft parted(PatientDetails kept, PatientDetails back) {
        return draft("A37", ADT_A37.class, (message, to) -> {
            event(message, to, to.at());
            PersonWriter.write(message, "/PID(0)", kept, to.from());
            PersonWriter.write(message, "/PID2", back, to.from());
        });
    }

    /** @param trigger S12, S13, S15 or S26 */
    Draft appointment(String trigger, Appointment one, PatientDetails patient, Clinic clinic) {
        return draft(trigger, SIU_S12.class, (message, to) -> {
            String starts = LOCAL.format(one.slot().day().atTime(one.slot().starts()));
            one.sourceId().ifPresent(source -> {
                message.set("/SCH-1-1", source.substring(source.indexOf('|') + 1));
                message.set("/SCH-1-2", source.substring(0, Math.max(0, source.indexOf('|'))));
            });
            message.set("/SCH-2-1", one.id().toString());
            message.set("/SCH-2-2", APPLICATION);
            message.set("/SCH-5-1", clinic.code());
            message.set("/SCH-5-2", clinic.name().vi());
            message.set("/SCH-6-1", one.state().name());
            one.note().ifPresent(note -> message.set("/SCH-7-2", note));
            message.set("/SCH-11-4", starts);
            message.set("/SCH-16-1", APPLICATION);
            message.set("/SCH-20-1", APPLICATION);
            message.set("/SCH-25-1", status(trigger));
            PersonWriter.write(message, "/PATIENT/PID", patient, to.from());
            message.set("/RESOURCES/RGS-1", "1");
            message.set("/RESOURCES/SERVICE/AIS-1", "1");
            message.set("/RESOURCES/SERVICE/AIS-3-1", clinic.code());
            message.set("/RESOURCES/SERVICE/AIS-3-2", clinic.name().vi());
            message.set("/RESOURCES/SERVICE/AIS-4", starts);
            message.set("/RESOURCES/LOCATION_RESOURCE/AIL-1", "1");
            message.set("/RESOURCES/LOCATION_RESOURCE/AIL-3-1", clinic.code());
            message.set("/RESOURCES/LOCATION_RESOURCE/AIL-3-4", to.from().code());
            message.set("/RESOURCES/LOCATION_RESOURCE/AIL-6", starts);
        });
    }

    /** HL7 table 0278. */
    private static String status(String trigger) {
        return switch (trigger) {
            case "S15" -> "Cancelled";
            case "S26" -> "Noshow";
            default -> "Booked";
        };
    }

    private static void event(Fields message, Envelope to, OffsetDateTime happened) {
        message.set("/EVN-2", Hl7Time.written(to.at()));
        message.set("/EVN-6", Hl7Time.written(happened));
    }

    private <M extends AbstractMessage> Draft draft(String trigger, Class<M> structure, Content content) {
        String type = trigger.startsWith("A") ? "ADT" : "SIU";
        Function<Envelope, String> text = to -> {
            try {
                M message = structure.getDeclaredConstructor().newInstance();
                Fields fields = new Fields(message);
                header(fields, to, type, trigger, message.getName());
                content.write(fields, to);
                return parser.encode(message);
            } catch (ReflectiveOperationException | HL7Exception unfit) {
                throw new IllegalStateException(trigger, unfit);
            }
        };
        return new Draft(type + "^" + trigger, text);
    }

    private static void header(Fields message, Envelope to, String type, String trigger, String structure) {
        message.set("/MSH-1", "|");
        message.set("/MSH-2", "^~\\&");
        message.set("/MSH-3", APPLICATION);
        message.set("/MSH-4", to.from().code());
        message.set("/MSH-5", to.to().application());
        message.set("/MSH-6", to.to().facility());
        message.set("/MSH-7", Hl7Time.written(to.at()));
        message.set("/MSH-9-1", type);
        message.set("/MSH-9-2", trigger);
        message.set("/MSH-9-3", structure);
        message.set("/MSH-10", to.controlId());
        message.set("/MSH-11", "P");
        message.set("/MSH-12", MessageParser.VERSION);
        message.set("/MSH-17", "VNM");
        message.set("/MSH-18", "UNICODE UTF-8");
    }

    @FunctionalInterface
    private interface Content {
        void write(Fields message, Envelope to) throws HL7Exception;
    }

    /** Sets fields by the library's paths; a wrong path is a fault of ours. */
    static final class Fields {

        private final Terser terser;

        private Fields(AbstractMessage message) {
            this.terser = new Terser(message);
        }

        void set(String path, String value) {
            try {
                terser.set(path, value);
            } catch (HL7Exception noSuchField) {
                throw new IllegalStateException(path, noSuchField);
            }
        }
    }
}
