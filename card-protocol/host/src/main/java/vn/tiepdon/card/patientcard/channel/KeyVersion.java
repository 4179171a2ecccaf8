package vn.tiepdon.card.patientcard.channel;

/**
 * Names a key set of a card.
 *
 * @param generation 1 to 15; a higher one replaces a lower one
 */
public record KeyVersion(CardRole role, int generation) {

    private static final int GENERATION_BITS = 4;
    private static final int MAX_GENERATION = 0xF;

    public KeyVersion {
        if (generation < 1 || generation > MAX_GENERATION) {
            throw new IllegalArgumentException("generations count from 1 to 15");
        }
    }

    /**
     * @param code the role in the high digit, the generation in the low one
     * @throws IllegalArgumentException when this is no role, or no generation
     */
    public static KeyVersion ofCode(int code) {
        for (CardRole role : CardRole.values()) {
            if (role.code() == code >> GENERATION_BITS) {
                return new KeyVersion(role, code & MAX_GENERATION);
            }
        }
        throw new IllegalArgumentException("no role has this code");
    }

    /** @return one byte, 0 to 255 */
    public int code() {
        return role.code() << GENERATION_BITS | generation;
    }
}
