package vn.tiepdon.server.exchange;

import java.util.Optional;

/**
 * Why something was not imported.
 *
 * @param field name of the element or column that is to blame; never what it holds
 */
public record Refusal(RefusalReason reason, Optional<String> field) {

    public static final int LONGEST_FIELD = 60;

    /** A longer name is cut: it may be anything that a broken file holds. */
    public Refusal {
        field = field.map(it -> it.length() <= LONGEST_FIELD ? it : it.substring(0, LONGEST_FIELD));
    }

    public static Refusal of(RefusalReason reason) {
        return new Refusal(reason, Optional.empty());
    }

    public static Refusal of(RefusalReason reason, String field) {
        return new Refusal(reason, Optional.of(field));
    }
}
