package vn.tiepdon.card;

import java.util.Arrays;
import java.util.Optional;

/** Sex with its code after ISO/IEC 5218. */
public enum Sex {
    NOT_KNOWN(0),
    MALE(1),
    FEMALE(2),
    NOT_APPLICABLE(9);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Sex> ofCode(int code) {
        return Arrays.stream(values()).filter(sex -> sex.code == code).findFirst();
    }
}
