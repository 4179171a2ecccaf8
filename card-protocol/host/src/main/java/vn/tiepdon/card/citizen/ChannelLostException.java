package vn.tiepdon.card.citizen;

/** The chip left the protected channel: it answered with a bare status word. Its keys are gone. */
final class ChannelLostException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final int status;

    ChannelLostException(String command, int status) {
        super("channel lost at " + command);
        this.command = command;
        this.status = status;
    }

    ChipRefusedException asRefusal() {
        return new ChipRefusedException(command, status);
    }
}
