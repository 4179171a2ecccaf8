package vn.tiepdon.server.handover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover.Step;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.patient.PatientId;

/**
 * Somebody whom a kiosk could not help, and who takes care of them.
 *
 * @param kiosk its name: where the patient stands
 * @param fault empty when the patient asked for somebody
 * @param clinic code of what had been chosen
 * @param checkIn was sent, and not answered by then
 * @param takenBy the member of staff who takes care of it
 */
record Takeover(
        HandoverId id,
        DeviceId device,
        String kiosk,
        Instant at,
        BusinessDay day,
        Optional<FaultCode> fault,
        Step step,
        Optional<PatientId> patient,
        Optional<String> clinic,
        Optional<UUID> checkIn,
        State state,
        Optional<Keeper> takenBy,
        int version) {

    enum State {
        WAITING,
        TAKEN,
        CLOSED
    }

    /** @param name as colleagues know it */
    record Keeper(String login, String name) {}

    boolean isTakenBy(String login) {
        return takenBy.filter(it -> it.login().equals(login)).isPresent();
    }

    Takeover taken(Keeper by) {
        return next(State.TAKEN, Optional.of(by));
    }

    /** Anybody else may take it now. */
    Takeover released() {
        return next(State.WAITING, Optional.empty());
    }

    Takeover closed() {
        return next(State.CLOSED, takenBy);
    }

    private Takeover next(State to, Optional<Keeper> by) {
        return new Takeover(id, device, kiosk, at, day, fault, step, patient, clinic, checkIn, to, by, version + 1);
    }

    @Override
    public String toString() {
        return "Takeover[" + id + "]";
    }
}
