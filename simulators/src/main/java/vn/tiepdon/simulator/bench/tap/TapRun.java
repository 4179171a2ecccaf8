package vn.tiepdon.simulator.bench.tap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.printer.VirtualPrinter;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.Visit;
import vn.tiepdon.simulator.rig.Visitor;

/** Kiosk and floor in turn, so that a noisy minute hits both. The first cards warm both sides up and do not count. */
record TapRun(Hospital hospital, KioskRig kiosk, int rounds, Duration perCommand, Random chance) {

    private static final int WARM_UP = 5;
    /** Patients whom other kiosks have checked in before: a server is not measured in its first minute. */
    private static final int MORNING = 300;

    private static final double GOAL = 1.5;

    void measure(BenchReport report) throws Exception {
        List<PatientEntry> patients = hospital.patients(rounds + WARM_UP + MORNING);
        hospital.checkIn(patients.subList(rounds + WARM_UP, patients.size()));
        Visitor visitor = new Visitor(kiosk, screen -> {});
        List<Visit> visits = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> moments = moments();
        Beat kioskBeat = new Beat();
        Beat bareBeat = new Beat();
        Progress progress = new Progress("taps", rounds + WARM_UP);
        Path floorTickets = kiosk.tickets().resolveSibling("floor-tickets");
        try (VirtualPrinter printer = VirtualPrinter.start(0, floorTickets, ticket -> {});
                BareTap bare = new BareTap(printer, hospital.address(), perCommand)) {
            for (int round = 0; round < rounds + WARM_UP; round++) {
                VirtualPatientCard card = hospital.cardOf(patients.get(round));
                kioskBeat.await(moments.get(round));
                Visit visit = visitor.checkIn(() -> kiosk.slot().present(card), true);
                visitor.leave();
                kioskBeat.hear();
                bareBeat.await(moments.get(round));
                double floor = bare.measure(card, TicketBytes.of(visit.printed().image())) / 1e6;
                bareBeat.hear();
                if (round >= WARM_UP) {
                    visits.add(visit);
                    floors.add(floor);
                }
                progress.done(round + 1, "");
            }
        }
        report(report, visits, floors);
    }

    /** Moments spread evenly over the beat, in a random order: the same ones for both sides. */
    private List<Double> moments() {
        List<Double> moments = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            moments.add((i + 0.5) / rounds);
        }
        Collections.shuffle(moments, chance);
        for (int i = 0; i < WARM_UP; i++) {
            moments.add(0, chance.nextDouble());
        }
        return moments;
    }

    private static void report(BenchReport report, List<Visit> visits, List<Double> floors) {
        List<Double> taps = visits.stream().map(Visit::totalMillis).toList();
        report.add("tap.median_ms", percentile(taps, 50), "ms")
                .add("tap.p99_ms", percentile(taps, 99), "ms")
                .add(
                        "tap.wall_median_ms",
                        percentile(visits.stream().map(Visit::wallMillis).toList(), 50),
                        "ms")
                .add(
                        "tap.identify_median_ms",
                        percentile(visits.stream().map(Visit::identifyMillis).toList(), 50),
                        "ms")
                .add(
                        "tap.clinics_median_ms",
                        percentile(visits.stream().map(Visit::offerMillis).toList(), 50),
                        "ms")
                .add(
                        "tap.print_median_ms",
                        percentile(visits.stream().map(Visit::printMillis).toList(), 50),
                        "ms")
                .add("floor.median_ms", percentile(floors, 50), "ms")
                .add("floor.p99_ms", percentile(floors, 99), "ms")
                .add(
                        "tap.median_over_floor",
                        percentile(taps, 50) / percentile(floors, 50),
                        "ratio",
                        GOAL,
                        Better.LESS,
                        "the same commands, one bare round trip, the same bytes");
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
