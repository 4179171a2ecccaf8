package vn.tiepdon.server.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** An axis of days, marked at the beginnings of months. */
record Months(LocalDate from, LocalDate to, int step) {

    private static final int MARKS = 5;
    private static final int[] ROUND = {1, 2, 3, 6, 12, 24, 60, 120};

    /** A month at least. */
    static Months around(LocalDate first, LocalDate last) {
        LocalDate from = first.withDayOfMonth(1);
        LocalDate to = last.withDayOfMonth(1).plusMonths(1);
        long months = ChronoUnit.MONTHS.between(from, to);
        for (int step : ROUND) {
            if (months <= (long) step * MARKS) {
                return new Months(from, to, step);
            }
        }
        return new Months(from, to, (int) (months / MARKS) + 1);
    }

    List<LocalDate> marks() {
        List<LocalDate> marks = new ArrayList<>();
        for (LocalDate month = from; !month.isAfter(to); month = month.plusMonths(step)) {
            marks.add(month);
        }
        return marks;
    }

    /** 0 at the first day, 1 at the last. */
    double share(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
    }
}
