package vn.tiepdon.server.phone;

import java.util.Optional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.queue.forecast.Estimate;

/**
 * What a telephone shows of a ticket: nothing of the patient, and of the way no more than the holder must know.
 *
 * @param label the number as printed
 * @param clinic where the number is; empty for another clinic than the paper names, because that may tell an illness
 * @param room code of the door; empty when the place has none
 * @param place where that door is
 * @param before people who are called before, while the number waits
 * @param desk where a person helps
 * @param mark another one means that something has happened to the number
 */
record PhoneView(
        String label,
        Standing standing,
        Optional<Text> clinic,
        String room,
        Text place,
        int before,
        Optional<Estimate> estimate,
        Text hospital,
        Text desk,
        String mark) {

    private static final int NEAR = 3;
    private static final int SOON = 10;

    /** Where the holder stands, each with words of its own. */
    enum Standing {
        WAITING,
        /** Sent on, to a laboratory say, and waits there. */
        SENT,
        /** Comes back to the room that had sent. */
        BACK,
        /** In another clinic than the number was taken for. */
        MOVED,
        CALLED,
        IN_ROOM,
        MISSED,
        CANCELLED,
        DONE;

        boolean waits() {
            return this == WAITING || this == SENT || this == BACK || this == MOVED;
        }
    }

    public boolean waits() {
        return standing.waits();
    }

    /** Few enough before that the holder ought to be near the door. */
    public boolean near() {
        return waits() && before <= NEAR;
    }

    public boolean called() {
        return standing == Standing.CALLED;
    }

    /** What is worth a sound. */
    public String signal() {
        return called() ? "called" : near() ? "near" : "calm";
    }

    /** Seconds after which the page asks again: the nearer, the sooner. */
    public int again() {
        return switch (standing) {
            case CALLED -> 15;
            case IN_ROOM, MISSED -> 45;
            case CANCELLED, DONE -> 300;
            default -> near() ? 8 : before <= SOON ? 15 : 30;
        };
    }
}
