package vn.tiepdon.simulator.bench.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.Reply;
import vn.tiepdon.simulator.harness.StaffLogin;

/** A kiosk of the same hospital: one patient after the other, unhurried, each to every clinic. */
final class Neighbour implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final int PAGE = 100;
    private static final long ENDS_WITHIN_MILLIS = 10_000;

    private final KioskClient kiosk;
    private final List<String> patients;
    private final List<Long> times = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "neighbour");
    private volatile boolean running = true;

    private Neighbour(KioskClient kiosk, List<String> patients) {
        this.kiosk = kiosk;
        this.patients = patients;
    }

    /** @param codes how the codes of some hundred patients begin */
    static Neighbour start(HospitalClient hospital, StaffLogin administrator, List<String> codes)
            throws InterruptedException {
        List<String> patients = new ArrayList<>();
        for (String beginning : codes) {
            hospital.patients(administrator, beginning, PAGE).orThrow().stream()
                    .map(PatientEntry::hospitalCode)
                    .forEach(patients::add);
        }
        Neighbour neighbour = new Neighbour(hospital.newKiosk(administrator, "neighbour"), patients);
        neighbour.thread.start();
        return neighbour;
    }

    private void work() {
        try {
            for (String patient : patients) {
                Reply<Identification> reply = kiosk.identify(new Presentation.TypedNumber(patient));
                if (reply instanceof Reply.Answered<Identification> answered) {
                    serve(answered.value());
                }
                if (!running) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Identification person) throws InterruptedException {
        for (ClinicOption clinic : person.clinics()) {
            if (!running) {
                return;
            }
            long began = System.nanoTime();
            if (kiosk.checkIn(UUID.randomUUID(), new CheckInRequest(person.id(), clinic.code()))
                    instanceof Reply.Answered<?>) {
                add(System.nanoTime() - began);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private synchronized void add(long nanos) {
        times.add(nanos);
    }

    /** How long each answered check-in took since it was last asked, in ns; what a kill cut off is not among them. */
    synchronized long[] taken() {
        long[] taken = times.stream().mapToLong(Long::longValue).toArray();
        times.clear();
        return taken;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(ENDS_WITHIN_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
