package vn.tiepdon.card.patientcard.record;

/** A blood group as far as it is known: ABO always, RhD not always. */
public record BloodGroup(Abo abo, RhD rhD) {

    /** The codes are the high digit on the card. */
    public enum Abo {
        O(1),
        A(2),
        B(3),
        AB(4);

        private final int code;

        Abo(int code) {
            this.code = code;
        }
    }

    /** The codes are the low digit on the card. */
    public enum RhD {
        UNKNOWN(0, ""),
        POSITIVE(1, "+"),
        NEGATIVE(2, "-");

        private final int code;
        private final String sign;

        RhD(int code, String sign) {
            this.code = code;
            this.sign = sign;
        }
    }

    private static final int DIGIT_BITS = 4;

    /**
     * @param text {@code A+}, {@code AB-}, {@code O}
     * @throws IllegalArgumentException for anything else
     */
    public static BloodGroup parse(String text) {
        for (RhD rhD : RhD.values()) {
            for (Abo abo : Abo.values()) {
                if (text.equals(abo.name() + rhD.sign)) {
                    return new BloodGroup(abo, rhD);
                }
            }
        }
        throw new IllegalArgumentException("no blood group");
    }

    static BloodGroup ofCode(int code) {
        for (RhD rhD : RhD.values()) {
            for (Abo abo : Abo.values()) {
                if (code == (abo.code << DIGIT_BITS | rhD.code)) {
                    return new BloodGroup(abo, rhD);
                }
            }
        }
        throw new IllegalArgumentException("no blood group");
    }

    int code() {
        return abo.code << DIGIT_BITS | rhD.code;
    }

    /** @return as {@link #parse} reads it */
    public String text() {
        return abo.name() + rhD.sign;
    }

    @Override
    public String toString() {
        return "BloodGroup[…]";
    }
}
