package vn.tiepdon.simulator.bench.start;

import java.nio.file.Path;
import java.util.List;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.simulator.card.Pcscd;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.Visitor;

/** The kiosk's half: its window on this display, its reader, scanner and printer plugged in, its server running. */
record KioskStart(Home home, Path folder, int rounds, int checkIns) {

    private static final double GOAL_MB = 350;

    @SuppressWarnings("try") // the PC/SC daemon is held open, nobody speaks to it directly
    void measure(BenchReport report) throws Exception {
        Floor floor = new Floor(home, home.kiosk(), folder);
        Durations starts = new Durations();
        Durations bare = new Durations();
        Progress progress = new Progress("kiosk starts", rounds);
        try (Pcscd pcscd = Pcscd.startOrUse();
                Hospital hospital = Hospital.open(home, folder.resolve("server"))) {
            progress.done(0, "");
            for (int round = 1; round <= rounds; round++) {
                bare.add(floor.measure());
                try (KioskRig kiosk = start(hospital, round)) {
                    starts.add(kiosk.awaitWelcome());
                }
                progress.done(round, "");
            }
            report.add("start.kiosk_ms", starts.medianMillis(), "ms")
                    .add("start.kiosk_bare_jvm_ms", bare.medianMillis(), "ms")
                    .add("start.kiosk_over_bare_jvm", starts.medianMillis() / bare.medianMillis(), "ratio");
            work(hospital, report);
        }
    }

    private void work(Hospital hospital, BenchReport report) throws Exception {
        List<PatientEntry> patients = hospital.patients(checkIns);
        Progress progress = new Progress("check-ins", checkIns);
        try (KioskRig kiosk = start(hospital, rounds + 1)) {
            kiosk.awaitWelcome();
            progress.done(0, "");
            double idle = kiosk.memory().megabytes();
            Visitor visitor = new Visitor(kiosk, screen -> {});
            for (int i = 0; i < checkIns; i++) {
                VirtualPatientCard card = hospital.cardOf(patients.get(i));
                visitor.checkIn(() -> kiosk.slot().present(card), true);
                visitor.leave();
                progress.done(i + 1, "");
            }
            double worked = kiosk.memory().megabytes();
            report.add("start.kiosk_idle_rss_mb", idle, "MB")
                    .add("start.kiosk_rss_mb", worked, "MB", GOAL_MB, Better.LESS, "after " + checkIns + " check-ins");
        }
    }

    private KioskRig start(Hospital hospital, int number) throws Exception {
        Path own = Folders.empty(folder.resolve("kiosk-" + number));
        return KioskRig.start(
                home, own, hospital.address(), hospital.enrolmentCode(DeviceKind.KIOSK, "Kiosk " + number), true);
    }
}
