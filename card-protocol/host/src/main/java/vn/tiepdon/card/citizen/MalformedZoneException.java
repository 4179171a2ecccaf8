package vn.tiepdon.card.citizen;

/** A text is no machine readable zone of format TD1. The message holds nothing of the text. */
public final class MalformedZoneException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, without the data that is wrong. */
    public enum Problem {
        LENGTH,
        FIELDS,
        CHECK_DIGIT
    }

    private final Problem problem;

    public MalformedZoneException(Problem problem) {
        super("not a TD1 zone: " + problem);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
