package vn.tiepdon.server.exchange.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.Location;
import ca.uhn.hl7v2.model.MessageVisitorSupport;
import ca.uhn.hl7v2.model.MessageVisitors;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;

/**
 * HAPI's parser, and all that is known here of its classes on the way in. Messages of every 2.x are read as 2.5.1, of
 * which later and earlier versions are sub- and supersets as far as anything here looks.
 */
final class MessageParser {

    static final String VERSION = "2.5.1";

    private static final String DELETED = "\"\"";

    private final PipeParser parser;

    MessageParser() {
        DefaultHapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory(VERSION));
        // What is not as it should be is told by the field that is needed, not by the first rule that is broken.
        context.setValidationContext(ValidationContextFactory.noValidation());
        parser = new PipeParser(context);
    }

    /** The segments that hold anything, in their order. */
    List<Segment> segments(String message) {
        List<Segment> segments = new ArrayList<>();
        try {
            MessageVisitors.visit(
                    parser.parse(message), MessageVisitors.visitPopulatedElements(new MessageVisitorSupport() {
                        @Override
                        public boolean start(ca.uhn.hl7v2.model.Segment segment, Location location) {
                            segments.add(new Read(segment));
                            return false;
                        }
                    }));
        } catch (HL7Exception | RuntimeException unreadable) {
            // The library's message quotes the patient, and its parser answers some nonsense with a null pointer.
            throw Hl7Refused.rejected(ErrorCode.SEGMENT_SEQUENCE, FaultCode.HL7_UNREADABLE, "MSH^1");
        }
        return segments;
    }

    private record Read(ca.uhn.hl7v2.model.Segment segment) implements Segment {

        @Override
        public String name() {
            return segment.getName();
        }

        @Override
        public int repetitions(int field) {
            try {
                return field > segment.numFields() ? 0 : segment.getField(field).length;
            } catch (HL7Exception none) {
                return 0;
            }
        }

        @Override
        public Optional<String> value(int field, int repetition, int component, int part) {
            if (repetition >= repetitions(field)) {
                return Optional.empty();
            }
            try {
                return Optional.ofNullable(Terser.get(segment, field, repetition, component, part))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty() && !it.equals(DELETED));
            } catch (HL7Exception none) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Read[" + name() + "]";
        }
    }
}
