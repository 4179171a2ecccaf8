package vn.tiepdon.kiosk.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

/** Walks a kiosk through events and notes what it wanted done. */
final class Walk {

    private Kiosk kiosk;
    private final List<Effect> effects = new ArrayList<>();

    Walk() {
        this(at(new Welcome()));
    }

    Walk(Kiosk from) {
        kiosk = from;
    }

    static Kiosk at(State state) {
        return new Kiosk(Surroundings.unknown().in(Samples.house()), state);
    }

    Kiosk kiosk() {
        return kiosk;
    }

    State state() {
        return kiosk.state();
    }

    <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Walk happen(Event event) {
        Transition transition = Flow.step(kiosk, event);
        kiosk = transition.kiosk();
        effects.addAll(transition.effects());
        return this;
    }

    Walk device(DeviceEvent event) {
        return happen(new Event.FromDevice(event));
    }

    Walk touch(Touch touch) {
        return touch(touch, Event.Touched.SOONEST_ANSWER);
    }

    /** @param seen how long the screen had been there */
    Walk touch(Touch touch, Duration seen) {
        return happen(new Event.Touched(kiosk.around().screen(), touch, seen));
    }

    Walk time(Alarm alarm) {
        return happen(new Event.TimeUp(kiosk.around().clock(), alarm));
    }

    Walk card() {
        return device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardRead(Samples.card()));
    }

    Walk code(Presentation code) {
        return device(new DeviceEvent.CodeScanned(code));
    }

    Walk citizenCode() {
        return device(new DeviceEvent.CitizenCodeScanned(Samples.citizen(), Samples.access()));
    }

    Walk citizenCard() {
        return device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CitizenCardFound());
    }

    Walk chipRead() {
        return device(new DeviceEvent.ChipRead(kiosk.around().question(), Samples.chip()));
    }

    Walk chipFailed(FaultCode fault) {
        return device(new DeviceEvent.ChipFailed(kiosk.around().question(), fault));
    }

    Walk toChip() {
        return citizenCode().touch(new Touch.Agree()).citizenCard();
    }

    Walk digits(int... digits) {
        for (int digit : digits) {
            touch(new Touch.Digit(digit));
        }
        return touch(new Touch.NumberDone());
    }

    Walk answer(Identification identification) {
        return happen(new Event.Identified(kiosk.around().question(), identification));
    }

    Walk notIdentified(FaultCode fault) {
        return happen(new Event.NotIdentified(kiosk.around().question(), fault));
    }

    Walk checkedIn(CheckIn checkIn) {
        return happen(new Event.CheckedIn(kiosk.around().question(), checkIn));
    }

    Walk notCheckedIn(FaultCode fault) {
        return happen(new Event.NotCheckedIn(kiosk.around().question(), fault));
    }

    /** The server did not answer in time; the check-in goes on being sent. */
    Walk unanswered(UUID checkIn) {
        return happen(new Event.NotCheckedIn(kiosk.around().question(), FaultCode.SERVER_SLOW, checkIn));
    }

    Walk printed(PrintOutcome outcome) {
        return happen(new Event.PrintEnded(kiosk.around().question(), outcome));
    }

    Walk toClinics() {
        return card().answer(Samples.proven()).touch(new Touch.ItIsMe());
    }

    Walk toTicket() {
        return toClinics().touch(new Touch.ChooseClinic("K01")).checkedIn(Samples.issued());
    }
}
