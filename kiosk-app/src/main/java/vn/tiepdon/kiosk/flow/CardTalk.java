package vn.tiepdon.kiosk.flow;

/**
 * What goes on between the kiosk and the patient card on its reader; nothing of whose card it is.
 *
 * @param question the one whose answer began it
 */
public record CardTalk(long question, Stage stage) {

    /** How far it is. */
    public enum Stage {
        NONE,
        /** Nothing that the patient need wait for. */
        QUIET,
        WRITING,
        WRITTEN
    }

    public static final CardTalk NONE = new CardTalk(0, Stage.NONE);

    boolean open() {
        return stage == Stage.QUIET || stage == Stage.WRITING;
    }

    /** The card ought to stay where it is. */
    public boolean writing() {
        return stage == Stage.WRITING;
    }

    public boolean written() {
        return stage == Stage.WRITTEN;
    }

    CardTalk ended(boolean somethingWritten) {
        return somethingWritten && writing() ? new CardTalk(question, Stage.WRITTEN) : NONE;
    }
}
