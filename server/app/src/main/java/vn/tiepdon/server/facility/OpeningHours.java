package vn.tiepdon.server.facility;

import java.time.LocalTime;

/** Half open; closing at 23:59:59 means until midnight, because a SQL time has no 24:00 on both databases. */
record OpeningHours(ClinicId clinic, int weekDay, LocalTime opens, LocalTime closes) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    boolean contain(LocalTime time) {
        return !time.isBefore(opens) && (time.isBefore(closes) || !closes.isBefore(END_OF_DAY));
    }
}
