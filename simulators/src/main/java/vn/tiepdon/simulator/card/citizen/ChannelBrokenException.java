package vn.tiepdon.simulator.card.citizen;

/** A command's protection is missing or wrong; the session ends. */
final class ChannelBrokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status that the card answers with, unprotected */
    ChannelBrokenException(int status) {
        super("%04X".formatted(status));
        this.status = status;
    }

    int status() {
        return status;
    }
}
