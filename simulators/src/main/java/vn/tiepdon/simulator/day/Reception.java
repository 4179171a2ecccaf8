package vn.tiepdon.simulator.day;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.simulator.harness.StaffBrowser;

/** The desk, as far as a day needs it: what a patient's age is, and appointments. */
final class Reception {

    private static final Pattern BORN = Pattern.compile("Sinh (?:ngày |năm )?(?:(?:\\d\\d/)?\\d\\d/)?(\\d{4})");
    private static final Pattern SLOT = Pattern.compile("name=\"slot\"[^>]*value=\"([^\"]{16})\"");
    private static final int OLD = 75;
    private static final int CHILD = 6;
    /** Who has an appointment comes so long before it. */
    private static final int EARLY = 20;

    private final StaffBrowser browser;
    private final LocalDate day;

    Reception(StaffBrowser browser, LocalDate day) {
        this.browser = browser;
        this.day = day;
    }

    /** By the year of birth alone, which decides for all but a few. */
    boolean goesFirst(String patient) throws InterruptedException {
        Matcher born = BORN.matcher(browser.get("/desk/patients?q=" + patient));
        if (!born.find()) {
            return false;
        }
        int years = day.getYear() - Integer.parseInt(born.group(1));
        return years > OLD || years < CHILD;
    }

    /** Books the first free time after somebody means to come. */
    void book(Coming coming) throws InterruptedException {
        String path = "/desk/patients/" + coming.patient() + "/appointments";
        String page = browser.get(path + "?clinic=" + coming.clinic());
        Optional<String> slot = slot(page, coming.at().plusMinutes(EARLY));
        if (slot.isPresent()) {
            browser.post(path, List.of(Map.entry("clinic", coming.clinic()), Map.entry("slot", slot.get())));
        }
    }

    private Optional<String> slot(String page, LocalTime from) {
        Matcher slots = SLOT.matcher(page);
        while (slots.find()) {
            LocalDateTime at = LocalDateTime.parse(slots.group(1));
            if (at.toLocalDate().equals(day) && !at.toLocalTime().isBefore(from)) {
                return Optional.of(slots.group(1));
            }
        }
        return Optional.empty();
    }
}
