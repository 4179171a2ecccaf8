package vn.tiepdon.card.citizen;

/** The chip refused a command that it must know. */
public final class ChipRefusedException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    public ChipRefusedException(String command, int status) {
        super("%s: %04X".formatted(command, status), null);
    }
}
