package vn.tiepdon.server.appointment;

/** @param taken of its places */
public record SlotState(Slot slot, int places, int taken) {

    public int free() {
        return Math.max(0, places - taken);
    }

    double filled() {
        return (double) taken / places;
    }
}
