package vn.tiepdon.simulator.bench.start;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.simulator.harness.KioskClient;

/** Patients who come one after the other to several kiosks and take a number each at the clinic offered first. */
record Morning(List<KioskClient> kiosks, List<String> patients) {

    private static final int MINUTES = 10;

    /** @param count check-ins; never more than there are patients */
    void checkIn(int count) throws InterruptedException {
        if (count > patients.size()) {
            throw new IllegalArgumentException(count + " check-ins need as many patients");
        }
        ExecutorService threads = Executors.newFixedThreadPool(kiosks.size());
        try {
            List<Future<Void>> work = new ArrayList<>();
            for (int i = 0; i < kiosks.size(); i++) {
                int first = i;
                work.add(threads.submit(() -> serve(first, count)));
            }
            for (Future<Void> kiosk : work) {
                kiosk.get(MINUTES, TimeUnit.MINUTES);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a kiosk of the benchmark failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Void serve(int first, int count) throws InterruptedException {
        KioskClient kiosk = kiosks.get(first);
        for (int i = first; i < count; i += kiosks.size()) {
            Identification who = kiosk.identify(new Presentation.TypedNumber(patients.get(i)))
                    .orThrow();
            String clinic = who.clinics().stream()
                    .filter(option -> option.state() == ClinicOption.State.OPEN)
                    .findFirst()
                    .map(ClinicOption::code)
                    .orElseThrow(() -> new IllegalStateException("no clinic is open"));
            kiosk.checkIn(UUID.randomUUID(), new CheckInRequest(who.id(), clinic))
                    .orThrow();
        }
        return null;
    }
}
