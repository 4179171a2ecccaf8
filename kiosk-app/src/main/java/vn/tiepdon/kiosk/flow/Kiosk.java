package vn.tiepdon.kiosk.flow;

/** The whole machine at one moment: what is around it, and what it shows. */
public record Kiosk(Surroundings around, State state) {

    /** Before anything has happened. */
    public static Kiosk switchedOff() {
        return new Kiosk(Surroundings.unknown(), new Starting(null));
    }
}
