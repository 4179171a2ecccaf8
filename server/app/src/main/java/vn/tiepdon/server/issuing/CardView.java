package vn.tiepdon.server.issuing;

import java.util.List;
import java.util.Locale;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardOrderState;

/**
 * A patient's card as its page shows it.
 *
 * @param card the latest; null when there never was one
 * @param issued and {@code validTo}: days as text; null without a card
 */
public record CardView(
        String code,
        String name,
        Standing standing,
        PatientCard card,
        String issued,
        String validTo,
        List<Row> history) {

    /** How things stand between a patient and their card. */
    public enum Standing {
        NONE,
        /** Written perhaps, but never confirmed. */
        ON_ITS_WAY,
        ACTIVE,
        EXPIRED,
        BLOCKED,
        ENDED
    }

    /** @param fault what reception is told; null when nothing failed */
    public record Row(
            String when, CardOrderKind kind, CardOrderReason reason, CardOrderState state, String fault, String who) {}

    /** One press. @param key of its text; the first one is what is mostly wanted */
    public record Wish(CardOrderKind kind, CardOrderReason reason, String key, String style, boolean first) {

        public String id() {
            return "wish-" + key.toLowerCase(Locale.ROOT);
        }
    }

    /** What wants a reason first. */
    public record Choice(CardOrderKind kind, List<CardOrderReason> reasons, boolean irreversible) {}

    public List<Wish> wishes() {
        Wish issue = new Wish(CardOrderKind.ISSUE, null, "ISSUE", "primary", true);
        Wish read = new Wish(CardOrderKind.READ, null, "READ", "primary", true);
        Wish block = new Wish(CardOrderKind.BLOCK, null, "BLOCK", "danger", false);
        return switch (standing) {
            case NONE, ENDED -> List.of(issue);
            case ON_ITS_WAY -> List.of(issue, new Wish(CardOrderKind.BLOCK, null, "CANCEL", "danger", false));
            case ACTIVE -> List.of(read, block);
            case EXPIRED ->
                List.of(new Wish(CardOrderKind.REPLACE, CardOrderReason.OUTDATED, "RENEW", "primary", true), block);
            case BLOCKED -> List.of(new Wish(CardOrderKind.UNBLOCK, null, "UNBLOCK", "primary", true));
        };
    }

    public List<Choice> choices() {
        return switch (standing) {
            case NONE, ENDED, ON_ITS_WAY -> List.of();
            case ACTIVE, EXPIRED, BLOCKED ->
                List.of(
                        new Choice(
                                CardOrderKind.REPLACE,
                                List.of(CardOrderReason.LOST, CardOrderReason.BROKEN, CardOrderReason.OUTDATED),
                                false),
                        new Choice(
                                CardOrderKind.END,
                                List.of(CardOrderReason.RETURNED, CardOrderReason.LOST, CardOrderReason.BROKEN),
                                true));
        };
    }

    /** Whether there is a face worth printing. */
    public boolean hasFace() {
        return standing == Standing.ACTIVE;
    }

    @Override
    public String toString() {
        return "CardView[" + standing + "]";
    }
}
