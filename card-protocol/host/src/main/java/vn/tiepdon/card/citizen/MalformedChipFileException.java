package vn.tiepdon.card.citizen;

/** A file of the chip cannot be understood. */
public final class MalformedChipFileException extends CitizenChipException {

    private static final long serialVersionUID = 1L;

    private final ChipFile file;

    /** @param reason names tags, lengths and positions, never content */
    public MalformedChipFileException(ChipFile file, String reason) {
        super(file + ": " + reason, null);
        this.file = file;
    }

    public ChipFile file() {
        return file;
    }
}
