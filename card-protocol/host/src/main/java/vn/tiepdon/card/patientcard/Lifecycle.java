package vn.tiepdon.card.patientcard;

import java.util.Optional;

/** What a card's application may do in the state it is in; the byte is in the answer to SELECT. */
public enum Lifecycle {
    /** May be personalised by whoever holds its transport keys. */
    BLANK(0x01),
    /** May be read and activated; its register entry may still be on its way. */
    PERSONALISED(0x03),
    ACTIVE(0x07),
    /** Shows its identity, and waits to be unblocked or ended. */
    BLOCKED(0x0F),
    /** For ever; keys and records are wiped. */
    ENDED(0x7F);

    private final int code;

    Lifecycle(int code) {
        this.code = code;
    }

    /** @return the card's own byte */
    public int code() {
        return code;
    }

    static Optional<Lifecycle> ofCode(int code) {
        for (Lifecycle state : values()) {
            if (state.code == code) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
