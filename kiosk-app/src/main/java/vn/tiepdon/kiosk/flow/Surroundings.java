package vn.tiepdon.kiosk.flow;

import java.util.EnumMap;
import java.util.Map;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;

/**
 * What is true whatever the screen shows, and nothing of any patient.
 *
 * @param house null until the server has told
 * @param lowered everything that is touched lies in the lowest fifth
 * @param cardThere a card lies on the reader
 * @param faults the parts that do not work
 * @param screen counts screens, so that a touch on one that has gone does nothing
 * @param clock names the alarms that still count
 * @param question the number of the last question asked of server or printer
 */
public record Surroundings(
        KioskConfiguration house,
        Language language,
        boolean lowered,
        boolean cardThere,
        Map<DeviceHealth.Kind, FaultCode> faults,
        long screen,
        long clock,
        long question) {

    public Surroundings {
        faults = Map.copyOf(faults);
    }

    static Surroundings unknown() {
        return new Surroundings(null, Language.VI, false, false, Map.of(), 0, 0, 0);
    }

    public boolean works(DeviceHealth.Kind part) {
        return !faults.containsKey(part);
    }

    Surroundings in(KioskConfiguration known) {
        return new Surroundings(known, language, lowered, cardThere, faults, screen, clock, question);
    }

    Surroundings speaking(Language other) {
        return new Surroundings(house, other, lowered, cardThere, faults, screen, clock, question);
    }

    Surroundings lowered(boolean low) {
        return new Surroundings(house, language, low, cardThere, faults, screen, clock, question);
    }

    Surroundings withCard(boolean there) {
        return new Surroundings(house, language, lowered, there, faults, screen, clock, question);
    }

    Surroundings with(DeviceHealth.Kind part, FaultCode faultOrNull) {
        Map<DeviceHealth.Kind, FaultCode> now = new EnumMap<>(DeviceHealth.Kind.class);
        now.putAll(faults);
        if (faultOrNull == null) {
            now.remove(part);
        } else {
            now.put(part, faultOrNull);
        }
        return new Surroundings(house, language, lowered, cardThere, now, screen, clock, question);
    }

    Surroundings nextScreen() {
        return new Surroundings(house, language, lowered, cardThere, faults, screen + 1, clock, question);
    }

    Surroundings nextClock() {
        return new Surroundings(house, language, lowered, cardThere, faults, screen, clock + 1, question);
    }

    Surroundings nextQuestion() {
        return new Surroundings(house, language, lowered, cardThere, faults, screen, clock, question + 1);
    }
}
