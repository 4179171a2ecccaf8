package vn.tiepdon.simulator.day;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of the invented hospital that a day takes place in.
 *
 * @param clinics where people take numbers
 */
record House(List<Clinic> clinics) {

    static final String LABORATORY = "XN";
    static final String IMAGING = "CDHA";
    static final String CASHIER = "VPHI";
    static final String PHARMACY = "NTHUOC";

    /** So many patients a day keep a doctor busy. */
    private static final int PER_DOCTOR = 52;

    private static final List<Clinic> ALL = List.of(
            new Clinic("THA", 24, 4.8, List.of(new Door("101", 10), new Door("102", 45), new Door("103", 90))),
            new Clinic("DTD", 18, 5.2, List.of(new Door("104", 10), new Door("105", 60))),
            new Clinic("NOI", 17, 5.5, List.of(new Door("107", 10), new Door("108", 75))),
            new Clinic("TIM", 13, 6.0, List.of(new Door("201", 10), new Door("202", 60))),
            new Clinic("CXK", 9, 5.5, List.of(new Door("208", 15))),
            new Clinic("COPD", 7, 5.5, List.of(new Door("106", 15))),
            new Clinic("NTIET", 6, 6.5, List.of(new Door("203", 20))),
            new Clinic("LKHOA", 6, 6.5, List.of(new Door("109", 15))));

    /** Where people are sent, and how many minutes it takes there. */
    static final List<Clinic> PLACES = List.of(
            new Clinic(LABORATORY, 0, 1.2, List.of(new Door("C103", 0))),
            new Clinic(IMAGING, 0, 2.2, List.of(new Door("C104", 0))),
            new Clinic(CASHIER, 0, 0.55, List.of(new Door("C105", 0), new Door("C107", 0))),
            new Clinic(PHARMACY, 0, 0.65, List.of(new Door("C106", 0), new Door("C108", 0))));

    /**
     * @param share of the patients, in parts
     * @param minutes that somebody is in the room, on average
     */
    record Clinic(String code, int share, double minutes, List<Door> doors) {}

    /** @param opens minutes after the house, on a usual day */
    record Door(String room, int opens) {}

    /** As many clinics as so many patients fill. */
    static House of(int patients) {
        List<Clinic> chosen = new ArrayList<>();
        int doctors = 0;
        for (Clinic clinic : ALL) {
            if (doctors * PER_DOCTOR < patients) {
                chosen.add(clinic);
                doctors += clinic.doors().size();
            }
        }
        return new House(List.copyOf(chosen));
    }

    int shares() {
        return clinics.stream().mapToInt(Clinic::share).sum();
    }
}
