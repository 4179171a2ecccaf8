package vn.tiepdon.server.coverage.lookup;

import vn.tiepdon.server.patient.BirthDate;

/** A birth date as the gateway takes it: dd/MM/yyyy, or as much of it as papers know. */
final class BirthDay {

    private static final int MONTH = 5;
    private static final int DAY = 8;

    private BirthDay() {}

    static String vietnamese(BirthDate birth) {
        String iso = birth.iso();
        return switch (iso.length()) {
            case 4 -> iso;
            case 7 -> iso.substring(MONTH) + "/" + iso.substring(0, 4);
            default -> iso.substring(DAY) + "/" + iso.substring(MONTH, 7) + "/" + iso.substring(0, 4);
        };
    }
}
