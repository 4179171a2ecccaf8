package vn.tiepdon.simulator.bench.screens;

import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.simulator.harness.KioskClient;

/** People who take a number for one clinic at a kiosk, one after the other. */
final class Comers {

    private final KioskClient kiosk;
    private final List<String> patients;
    private final String clinic;
    private int came;

    /** @param patients hospital codes */
    Comers(KioskClient kiosk, List<String> patients, String clinic) {
        this.kiosk = kiosk;
        this.patients = patients;
        this.clinic = clinic;
    }

    /**
     * The next so many come.
     *
     * @return a room of the clinic in which they wait
     */
    String come(int many) throws InterruptedException {
        String room = "";
        for (String patient : patients.subList(came, came + many)) {
            Identification known =
                    kiosk.identify(new Presentation.TypedNumber(patient)).orThrow();
            room = kiosk.checkIn(UUID.randomUUID(), new CheckInRequest(known.id(), clinic))
                    .orThrow()
                    .ticket()
                    .room();
        }
        came += many;
        return room;
    }
}
