package vn.tiepdon.server.patient.likeness;

/** Whether one slip of the finger makes one text of the other. */
final class OneSlip {

    private OneSlip() {}

    /** One character too many, too few, other, or two neighbours changed; false when they are equal. */
    static boolean between(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = shorter.equals(one) ? other : one;
        if (shorter.equals(longer) || longer.length() - shorter.length() > 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        if (shorter.length() < longer.length()) {
            return shorter.substring(at).equals(longer.substring(at + 1));
        }
        return shorter.substring(at + 1).equals(longer.substring(at + 1)) || swapped(shorter, longer, at);
    }

    private static boolean swapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
