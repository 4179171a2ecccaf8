package vn.tiepdon.kiosk.device.card;

/** The chip is not the one of the card whose code was scanned. */
final class OtherPersonException extends Exception {

    private static final long serialVersionUID = 1L;

    OtherPersonException() {
        super("the chip holds another number than the code");
    }
}
