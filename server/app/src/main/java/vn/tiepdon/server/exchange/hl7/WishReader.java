package vn.tiepdon.server.exchange.hl7;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.appointment.Booking;
import vn.tiepdon.server.exchange.hl7.Wish.AppointmentName;
import vn.tiepdon.server.facility.Facility;

/** From a message's segments to what it asks for. */
final class WishReader {

    private static final int MOST_PAIRS = 10;

    private final Header header;
    private final List<Segment> segments;
    private final Facility facility;
    private final PersonReader people;

    private WishReader(Header header, List<Segment> segments, Facility facility) {
        this.header = header;
        this.segments = segments;
        this.facility = facility;
        this.people = new PersonReader(facility.code(), header.component(Header.SENDING_FACILITY, 1));
    }

    /** @throws Hl7Refused when it asks for something else, or not clearly */
    static Wish read(Header header, List<Segment> segments, Facility facility) {
        return new WishReader(header, segments, facility).wish();
    }

    /** Before anything else is looked at. */
    static void demandKnown(Header header) {
        if (!header.component(Header.VERSION, 1).startsWith("2.")) {
            throw Hl7Refused.rejected(ErrorCode.VERSION_UNSUPPORTED, FaultCode.HL7_UNSUPPORTED, "MSH^1^12");
        }
        // T and D are messages for training and debugging (table 0103): they must not reach patients' files.
        if (!header.component(Header.PROCESSING_ID, 1).equals("P")) {
            throw Hl7Refused.rejected(ErrorCode.PROCESSING_ID_UNSUPPORTED, FaultCode.HL7_UNSUPPORTED, "MSH^1^11");
        }
        String type = header.component(Header.TYPE, 1);
        if (!type.equals("ADT") && !type.equals("SIU")) {
            throw Hl7Refused.rejected(ErrorCode.TYPE_UNSUPPORTED, FaultCode.HL7_UNSUPPORTED, "MSH^1^9");
        }
        if (header.controlId().isEmpty()) {
            throw Hl7Refused.rejected(ErrorCode.FIELD_MISSING, FaultCode.HL7_FIELD_MISSING, "MSH^1^10");
        }
    }

    private Wish wish() {
        return switch (header.type()) {
            case "ADT^A04" -> new Wish.Register(person());
            case "ADT^A08" -> new Wish.Amend(person());
            case "ADT^A40" -> new Wish.Merge(pairs());
            case "SIU^S12" ->
                new Wish.Book(name(), person(), clinics(), time().orElseThrow(() -> missing("SCH^1^11")), note());
            case "SIU^S13" ->
                new Wish.Move(name(), clinics(), Optional.of(time().orElseThrow(() -> missing("SCH^1^11"))));
            case "SIU^S14" -> new Wish.Move(name(), clinics(), time());
            case "SIU^S15" -> new Wish.Cancel(name());
            case "SIU^S26" -> new Wish.NoShow(name());
            default -> throw Hl7Refused.rejected(ErrorCode.EVENT_UNSUPPORTED, FaultCode.HL7_UNSUPPORTED, "MSH^1^9");
        };
    }

    private ToldPerson person() {
        return people.person(first("PID").orElseThrow(() -> missingSegment("PID^1")));
    }

    private List<Wish.Pair> pairs() {
        List<Wish.Pair> pairs = new ArrayList<>();
        Segment kept = null;
        for (Segment each : segments) {
            if (each.name().equals("PID")) {
                kept = each;
            } else if (each.name().equals("MRG") && kept != null) {
                pairs.add(new Wish.Pair(people.person(kept).numbers(), people.merged(each)));
            }
        }
        if (pairs.isEmpty() || pairs.size() > MOST_PAIRS) {
            throw missingSegment(first("PID").isEmpty() ? "PID^1" : "MRG^1");
        }
        return pairs;
    }

    private AppointmentName name() {
        Segment sch = first("SCH").orElseThrow(() -> missingSegment("SCH^1"));
        Optional<String> filler = sch.value(2);
        String id = sch.value(1).or(() -> filler).orElseThrow(() -> missing("SCH^1^1"));
        String source = header.application() + "|" + id;
        if (source.length() > Booking.LONGEST_SOURCE) {
            throw invalid("SCH^1^1");
        }
        return new AppointmentName(filler, source);
    }

    /** What may be the code of a clinic: the place, the service, the schedule. */
    private List<String> clinics() {
        return Stream.of(
                        all("AIL").flatMap(it -> it.value(3, 0, 1).stream()),
                        all("AIS").flatMap(it -> it.value(3, 0, 1).stream()),
                        all("SCH").flatMap(it -> it.value(5, 0, 1).stream()))
                .flatMap(it -> it)
                .toList();
    }

    private Optional<LocalDateTime> time() {
        Optional<String> told = Stream.of(
                        all("AIS").flatMap(it -> it.value(4).stream()),
                        all("AIL").flatMap(it -> it.value(6).stream()),
                        all("TQ1").flatMap(it -> it.value(7).stream()),
                        all("SCH").flatMap(it -> it.value(11, 0, 4).stream()))
                .flatMap(it -> it)
                .findFirst();
        return told.map(it -> Hl7Time.minute(it, facility.zone()).orElseThrow(() -> invalid("SCH^1^11")));
    }

    private Optional<String> note() {
        return first("SCH")
                .flatMap(sch -> sch.value(7, 0, 2).or(() -> sch.value(7)))
                .map(it -> it.length() <= Booking.LONGEST_NOTE ? it : it.substring(0, Booking.LONGEST_NOTE));
    }

    private Optional<Segment> first(String name) {
        return all(name).findFirst();
    }

    private Stream<Segment> all(String name) {
        return segments.stream().filter(it -> it.name().equals(name));
    }

    private static Hl7Refused missingSegment(String location) {
        return Hl7Refused.failed(ErrorCode.SEGMENT_SEQUENCE, FaultCode.HL7_FIELD_MISSING, location);
    }

    private static Hl7Refused missing(String location) {
        return Hl7Refused.failed(ErrorCode.FIELD_MISSING, FaultCode.HL7_FIELD_MISSING, location);
    }

    private static Hl7Refused invalid(String location) {
        return Hl7Refused.failed(ErrorCode.DATA_TYPE, FaultCode.HL7_FIELD_INVALID, location);
    }
}
