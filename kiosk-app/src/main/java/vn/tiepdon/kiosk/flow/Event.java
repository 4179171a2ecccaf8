package vn.tiepdon.kiosk.flow;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

/** Everything that can happen to a kiosk. An answer carries the number of its question: a forgotten one is ignored. */
public sealed interface Event {

    record Started() implements Event {}

    record FromDevice(DeviceEvent event) implements Event {
        @Override
        public String name() {
            return event.getClass().getSimpleName();
        }
    }

    /**
     * @param screen {@link Surroundings#screen()} when it was drawn; a touch on a screen that has gone does nothing
     * @param seen how long that screen had been there when the finger came down, negative when it came down before
     */
    record Touched(long screen, Touch touch, Duration seen) implements Event {

        /**
         * What comes sooner was meant for the screen before, or is the second half of a double tap: the slowest that
         * computers commonly wait for is half a second, and nobody sees a question, understands it and moves a finger
         * to its answer in less.
         */
        public static final Duration SOONEST_ANSWER = Duration.ofMillis(500);

        /** Whether it was meant for the screen that is there. */
        boolean counts(Surroundings around) {
            boolean bounce = seen.compareTo(SOONEST_ANSWER) < 0 && !(touch instanceof Touch.Browsing);
            return screen == around.screen() && !bounce;
        }

        @Override
        public String name() {
            return touch.getClass().getSimpleName();
        }
    }

    record Configured(KioskConfiguration configuration) implements Event {}

    record NotConfigured(FaultCode fault) implements Event {}

    record Identified(long question, Identification identification) implements Event {}

    /** @param card what is still to be done with the card that was refused, null when there is nothing */
    record NotIdentified(long question, FaultCode fault, CardOrder card) implements Event {

        public NotIdentified(long question, FaultCode fault) {
            this(question, fault, null);
        }
    }

    /**
     * The talk with the patient card is over.
     *
     * @param visits of the card's log, the latest first
     * @param written whether the card took something new
     */
    record CardTold(long question, List<CardVisit> visits, boolean written) implements Event {}

    record CheckedIn(long question, CheckIn checkIn) implements Event {}

    /** @param unanswered id of the check-in that may still be answered, null when it was refused */
    record NotCheckedIn(long question, FaultCode fault, UUID unanswered) implements Event {

        public NotCheckedIn(long question, FaultCode fault) {
            this(question, fault, null);
        }
    }

    record PrintEnded(long question, PrintOutcome outcome) implements Event {}

    record TimeUp(long clock, Alarm alarm) implements Event {}

    /** For the log: says what happened, and nothing of to whom. */
    default String name() {
        return getClass().getSimpleName();
    }
}
