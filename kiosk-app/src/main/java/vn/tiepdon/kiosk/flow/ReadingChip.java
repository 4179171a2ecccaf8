package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.DeviceEvent;

/**
 * The chip of the ID card is being read.
 *
 * @param question of the reading that is awaited
 * @param permille how much of it is done, of 1000; never less than before
 */
public record ReadingChip(long question, Agreed agreed, int permille, Pace pace) implements State {

    private static final int WHOLE = 1000;

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.FromDevice device) {
            return fromDevice(device.event(), turn);
        }
        if (event instanceof Event.TimeUp time) {
            return time.alarm() == Alarm.VERY_SLOW
                    ? turn.update(at(permille, Pace.VERY_SLOW))
                    : failed(FaultCode.CHIP_UNREADABLE, turn);
        }
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.Help) {
                return turn.update(at(permille, Pace.VERY_SLOW));
            }
            return touched.touch() instanceof Touch.Back ? turn.startAgain() : turn.ignore();
        }
        return turn.update(this);
    }

    private Transition fromDevice(DeviceEvent event, Turn turn) {
        if (event instanceof DeviceEvent.ChipProgress progress && progress.question() == question) {
            long done = (long) WHOLE * progress.done() / Math.max(1, progress.total());
            return turn.update(at((int) Math.max(permille, Math.min(WHOLE, done)), pace));
        }
        if (event instanceof DeviceEvent.ChipRead read && read.question() == question) {
            return turn.identify(read.chip());
        }
        if (event instanceof DeviceEvent.ChipFailed failed && failed.question() == question) {
            return failed(failed.fault(), turn);
        }
        return event instanceof DeviceEvent.CardRemoved ? failed(FaultCode.CARD_REMOVED, turn) : turn.update(this);
    }

    private Transition failed(FaultCode fault, Turn turn) {
        return fault == FaultCode.CARD_REMOVED
                ? turn.enter(new PlaceCitizenCard(agreed, fault))
                : turn.enter(new Trouble(fault, wayOn(fault)));
    }

    /** A card that somebody has to look at goes no further here; one that could not be read may go on by its code. */
    private WayOn wayOn(FaultCode fault) {
        Citizen citizen = agreed.citizen();
        return switch (fault) {
            case CHIP_ALTERED, CHIP_COPY_SUSPECTED, CHIP_OF_OTHER_PERSON, CHIP_FOREIGN -> new WayOn.StartAgain();
            case CHIP_KEY_WRONG -> citizen.typed() ? citizen.withoutChip() : new WayOn.TypeDigits(agreed);
            case CHIP_UNREADABLE, CARD_UNREADABLE, CARD_UNKNOWN -> new WayOn.ReadAgain(agreed);
            default -> citizen.withoutChip();
        };
    }

    private ReadingChip at(int now, Pace how) {
        return new ReadingChip(question, agreed, now, how);
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.VERY_SLOW, Alarm.CHIP_LOST);
    }

    @Override
    public boolean awaitsCitizenCard() {
        return true;
    }

    @Override
    public Presentation shown() {
        return agreed.citizen().claim();
    }
}
