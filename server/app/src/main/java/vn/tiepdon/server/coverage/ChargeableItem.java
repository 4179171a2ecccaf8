package vn.tiepdon.server.coverage;

/**
 * Something that is paid for.
 *
 * @param code as the hospital bills it, such as the examination's (công khám)
 */
public record ChargeableItem(Kind kind, String code, String name) {

    /** Which pair of fields it fills. */
    public enum Kind {
        SERVICE,
        DRUG,
        MATERIAL
    }
}
