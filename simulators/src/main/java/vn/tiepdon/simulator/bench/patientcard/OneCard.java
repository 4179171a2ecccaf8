package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardRecords;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.bench.card.Exchange;
import vn.tiepdon.simulator.card.CardKiosk;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.card.citizen.CardTiming;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Health;
import vn.tiepdon.simulator.harness.HospitalClient;

/** One full card, identified, read to the last visit and written, round after round, against the real server. */
final class OneCard {

    private static final double COMMANDS_TO_IDENTIFY = 6;
    private static final double QUESTIONS_TO_IDENTIFY = 1;
    private static final int BLOCK = 256;
    private static final int PLAIN_COMMAND = 5;
    private static final int STATUS = 2;
    private static final int READ_BINARY = 0xB0;
    private static final String NAME = "patientcard.";

    private final Turns identifying = new Turns();
    private final Turns reading = new Turns();
    private final Turns writing = new Turns();
    private final Turns floor = new Turns();
    private final VirtualPatientCard card;
    private final HospitalClient line;
    private final CardKiosk kiosk;
    private final Health health;
    private FullRecords records;
    private List<byte[]> stored = List.of();
    private long questions;

    /** @param line asks for nobody but this kiosk */
    OneCard(VirtualPatientCard card, HospitalClient line, CardKiosk kiosk, Health health) {
        this.card = card;
        this.line = line;
        this.kiosk = kiosk;
        this.health = health;
    }

    /** Fills the card's files and its log. */
    void fill() throws TransportException, PatientCardException, InterruptedException {
        CardKiosk.Identified known = kiosk.identify(new Tape(card));
        records = new FullRecords(known.identity().claimed().cardId());
        PatientCardWriter writer = new PatientCardWriter(known.secure());
        long revision = known.directory().revision();
        for (int visit = 1; visit <= PatientCardRecords.MAX_VISITS; visit++) {
            boolean first = visit == 1;
            writer.apply(
                    revision + visit,
                    first ? Optional.of(records.emergency()) : Optional.empty(),
                    first ? Optional.of(records.medication()) : Optional.empty(),
                    Optional.of(records.visit()));
        }
    }

    /** @param counts false for a JVM that has just begun */
    void round(boolean counts) throws TransportException, PatientCardException, InterruptedException {
        Tape tape = new Tape(card);
        long before = line.questions();
        long began = System.nanoTime();
        CardKiosk.Identified known = kiosk.identify(tape);
        Turn identified = tape.turn(Duration.ofNanos(System.nanoTime() - began), known.atServer());
        questions = Math.max(questions, line.questions() - before);
        Turn read = readAll(tape, new PatientCardRecords(known.secure()));
        Turn written = writeVisit(tape, known);
        Turn bare = new Turn(List.of(), roundTrip().plus(identified.inCard()), identified.inCard(), Duration.ZERO);
        if (counts) {
            identifying.add(identified);
            reading.add(read);
            writing.add(written);
            floor.add(bare);
        }
    }

    private Turn readAll(Tape tape, PatientCardRecords card) throws TransportException, PatientCardException {
        long began = System.nanoTime();
        List<byte[]> all = new ArrayList<>();
        all.add(card.emergency().orElseThrow());
        all.add(card.medication().orElseThrow());
        all.addAll(card.visits(PatientCardRecords.MAX_VISITS));
        for (byte[] signed : all) {
            records.verify(signed);
        }
        stored = all;
        return tape.turn(Duration.ofNanos(System.nanoTime() - began), Duration.ZERO);
    }

    /** One visit, and the SELECT by which the card says what it has now. */
    private Turn writeVisit(Tape tape, CardKiosk.Identified known) throws TransportException, PatientCardException {
        byte[] visit = records.visit();
        long next = known.directory().revision() + 1;
        long began = System.nanoTime();
        new PatientCardWriter(known.secure()).apply(next, Optional.empty(), Optional.empty(), Optional.of(visit));
        long now = PatientCardReader.select(tape).revision();
        Turn turn = tape.turn(Duration.ofNanos(System.nanoTime() - began), Duration.ZERO);
        if (now != next) {
            throw new IllegalStateException("the card did not take the visit");
        }
        return turn;
    }

    private Duration roundTrip() {
        long began = System.nanoTime();
        if (!health.good()) {
            throw new IllegalStateException("the server is not well");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void report(BenchReport report) {
        String identify = NAME + "identify";
        report.add(
                        identify + ".apdus",
                        identifying.apdus(),
                        "count",
                        COMMANDS_TO_IDENTIFY,
                        Better.LESS,
                        "SELECT to EXTERNAL AUTHENTICATE")
                .add(
                        identify + ".round_trips",
                        questions,
                        "count",
                        QUESTIONS_TO_IDENTIFY,
                        Better.LESS,
                        "questions to the server, the most of any round");
        identifying.report(report, identify);
        report.add(identify + ".host_ms", identifying.millis(Turn::host), "ms")
                .add(identify + ".server_ms", identifying.millis(Turn::atServer), "ms")
                .add(identify + ".over_floor", identifying.millis(Turn::took) / floor.millis(Turn::took), "ratio")
                .add(NAME + "floor.ms", floor.millis(Turn::took), "ms")
                .add(NAME + "read_all.apdus", reading.apdus(), "count");
        reading.reportWithHost(report, NAME + "read_all");
        report.add(NAME + "read_all.apdus_over_plain", reading.apdus() / plain().size(), "ratio")
                .add(NAME + "read_all.link106_over_plain", reading.linkOver(plain(), CardTiming.slow()), "ratio")
                .add(NAME + "read_all.link848_over_plain", reading.linkOver(plain(), CardTiming.fast()), "ratio")
                .add(NAME + "write_visit.apdus", writing.apdus(), "count");
        writing.reportWithHost(report, NAME + "write_visit");
    }

    /** The same files from a card that protects nothing, in the largest short answers. */
    private List<Exchange> plain() {
        List<Exchange> exchanges = new ArrayList<>();
        for (byte[] file : stored) {
            for (int offset = 0; offset < file.length; offset += BLOCK) {
                int answer = Math.min(BLOCK, file.length - offset) + STATUS;
                exchanges.add(new Exchange(READ_BINARY, 0, PLAIN_COMMAND, answer, 0));
            }
        }
        return exchanges;
    }
}
