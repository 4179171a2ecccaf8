package vn.tiepdon.kiosk.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.kiosk.flow.PastVisit;

/** A patient's own record, in words. */
final class Records {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Records() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Two sentences: what the patient is followed for, and the last visit. */
    static String summary(HistorySummary history, List<PastVisit> visits, Words words) {
        String last = visits.isEmpty() ? words.say("record.none") : last(visits.get(0), words);
        return history.programmes().isEmpty() ? last : followed(history, words) + "\n" + last;
    }

    static String followed(HistorySummary history, Words words) {
        String names = history.programmes().stream()
                .map(programme -> words.say(programme.name()))
                .collect(Collectors.joining(", "));
        return words.say("record.followed", names);
    }

    private static String last(PastVisit visit, Words words) {
        return words.say("record.last", day(visit.day()), place(visit, words));
    }

    /** The clinic, and which hospital's when it is not ours. */
    static String place(PastVisit visit, Words words) {
        String clinic = words.say(visit.clinic());
        return visit.facility() == null ? clinic : words.say("record.elsewhere", clinic, visit.facility());
    }
}
