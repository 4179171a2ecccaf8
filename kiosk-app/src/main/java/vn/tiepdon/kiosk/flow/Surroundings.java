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
 * @param onReader what lies on the reader
 * @param talk what goes on with the patient card on the reader
 * @param faults the parts that do not work
 * @param screen counts screens, so that a touch on one that has gone does nothing
 * @param clock names the alarms that still count
 * @param question the number of the last question asked of server or printer
 * @param handedOver what the desk has been told of the one who stands here, null when nothing
 */
public record Surroundings(
        KioskConfiguration house,
        Language language,
        boolean lowered,
        OnReader onReader,
        CardTalk talk,
        Map<DeviceHealth.Kind, FaultCode> faults,
        long screen,
        long clock,
        long question,
        HandedOver handedOver) {

    public Surroundings {
        faults = Map.copyOf(faults);
    }

    static Surroundings unknown() {
        return new Surroundings(null, Language.VI, false, OnReader.NOTHING, CardTalk.NONE, Map.of(), 0, 0, 0, null);
    }

    public boolean works(DeviceHealth.Kind part) {
        return !faults.containsKey(part);
    }

    /** Whether the house wants chips of ID cards to be read, and there is a reader for it. */
    boolean readsChips() {
        return house != null && house.citizenChips() && works(DeviceHealth.Kind.CARD_READER);
    }

    public boolean cardThere() {
        return onReader != OnReader.NOTHING;
    }

    Surroundings in(KioskConfiguration known) {
        return new Surroundings(known, language, lowered, onReader, talk, faults, screen, clock, question, handedOver);
    }

    Surroundings speaking(Language other) {
        return new Surroundings(house, other, lowered, onReader, talk, faults, screen, clock, question, handedOver);
    }

    Surroundings lowered(boolean low) {
        return new Surroundings(house, language, low, onReader, talk, faults, screen, clock, question, handedOver);
    }

    Surroundings with(OnReader other) {
        return new Surroundings(house, language, lowered, other, talk, faults, screen, clock, question, handedOver);
    }

    Surroundings with(CardTalk other) {
        return new Surroundings(house, language, lowered, onReader, other, faults, screen, clock, question, handedOver);
    }

    Surroundings with(DeviceHealth.Kind part, FaultCode faultOrNull) {
        Map<DeviceHealth.Kind, FaultCode> now = new EnumMap<>(DeviceHealth.Kind.class);
        now.putAll(faults);
        if (faultOrNull == null) {
            now.remove(part);
        } else {
            now.put(part, faultOrNull);
        }
        return new Surroundings(house, language, lowered, onReader, talk, now, screen, clock, question, handedOver);
    }

    /** @param told null when somebody else may stand here by now */
    Surroundings with(HandedOver told) {
        return new Surroundings(house, language, lowered, onReader, talk, faults, screen, clock, question, told);
    }

    Surroundings nextScreen() {
        return new Surroundings(
                house, language, lowered, onReader, talk, faults, screen + 1, clock, question, handedOver);
    }

    Surroundings nextClock() {
        return new Surroundings(
                house, language, lowered, onReader, talk, faults, screen, clock + 1, question, handedOver);
    }

    Surroundings nextQuestion() {
        return new Surroundings(
                house, language, lowered, onReader, talk, faults, screen, clock, question + 1, handedOver);
    }
}
