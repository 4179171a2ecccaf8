package vn.tiepdon.server.patient.likeness;

import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.likeness.Evidence.Agreement;

/** How two birth dates stand to each other; each may be a year or a month only. */
final class BirthLikeness {

    /** One of about 25,000 days on which living people were born. */
    private static final double DAY = 14.6;

    /** 1 January is what clerks type who know the year only. */
    private static final double NEW_YEAR = 8;

    private static final double MONTH = 9.5;
    private static final double YEAR = 6;
    private static final double SWAPPED = 7;
    private static final double SLIP = 4;
    private static final double OTHER = -6;

    private BirthLikeness() {}

    static Evidence of(BirthDate one, BirthDate other) {
        String first = one.iso();
        String second = other.iso();
        int known = Math.min(first.length(), second.length());
        if (first.substring(0, known).equals(second.substring(0, known))) {
            Agreement agreement = first.equals(second) ? Agreement.SAME : Agreement.ALIKE;
            return new Evidence(Aspect.BIRTH_DATE, agreement, shared(first.substring(0, known)));
        }
        if (newYear(first) && sameYear(first, second) || newYear(second) && sameYear(first, second)) {
            return new Evidence(Aspect.BIRTH_DATE, Agreement.ALIKE, YEAR - 1);
        }
        if (known == 10 && swapped(first).equals(second)) {
            return new Evidence(Aspect.BIRTH_DATE, Agreement.ALIKE, SWAPPED);
        }
        if (known == 10 && OneSlip.between(first, second)) {
            return new Evidence(Aspect.BIRTH_DATE, Agreement.ALIKE, SLIP);
        }
        return new Evidence(Aspect.BIRTH_DATE, Agreement.DIFFERENT, OTHER);
    }

    private static double shared(String known) {
        return switch (known.length()) {
            case 4 -> YEAR;
            case 7 -> MONTH;
            default -> newYear(known) ? NEW_YEAR : DAY;
        };
    }

    private static boolean newYear(String iso) {
        return iso.endsWith("-01-01");
    }

    private static boolean sameYear(String first, String second) {
        return first.substring(0, 4).equals(second.substring(0, 4));
    }

    private static String swapped(String iso) {
        return iso.substring(0, 5) + iso.substring(8) + "-" + iso.substring(5, 7);
    }
}
