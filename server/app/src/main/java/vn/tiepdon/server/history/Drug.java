package vn.tiepdon.server.history;

import java.time.LocalDate;

/**
 * A drug in use.
 *
 * @param name with its strength
 * @param dosage how to take it
 * @param days of supply, 1 to 90
 */
public record Drug(String name, String dosage, LocalDate from, int days) {

    public static final int LONGEST = 80;
    public static final int MOST_DAYS = 90;

    /** As many as the card has room for. */
    public static final int MOST = 20;

    @Override
    public String toString() {
        return "Drug[…]";
    }
}
