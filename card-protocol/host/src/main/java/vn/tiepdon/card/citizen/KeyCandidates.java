package vn.tiepdon.card.citizen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys worth trying when only the front of the card is known, as its QR code tells it: the number and the birth date,
 * but not the expiry date.
 *
 * <ol>
 *   <li>The CAN is the last six digits of the national number: widely said, <b>not verified</b> on a real card.
 *   <li>The document number of the zone is the last nine digits: verified on a real zone.
 *   <li>A card expires on the birthday at 14, 25, 40 or 60; one issued within the two years before such a birthday is
 *       valid to the next one; after 60 without end (Luật Căn cước 26/2023/QH15, Điều 21; 14 only for cards since July
 *       2024). That the zone holds exactly that day is common practice, <b>not verified</b>.
 *   <li>The milestone that has just passed comes last: it tells an expired card from a wrong number.
 *   <li>How a zone writes "không thời hạn" is not published; 991231 is the customary stand-in, <b>not verified</b>.
 * </ol>
 *
 * <p>Never more than {@value #MAX} keys and one CAN among them: a chip slows down after a wrong key, and may suspend a
 * CAN.
 */
public final class KeyCandidates {

    /** The most keys that are tried on one card. */
    public static final int MAX = 5;

    static final String NO_EXPIRY = "991231";

    private static final int[] MILESTONES = {14, 25, 40, 60};
    private static final int YEARS_BEFORE = 2;
    private static final int FIRST_OF_DOCUMENT_NUMBER = 3;
    private static final int FIRST_OF_CAN = 6;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("yyMMdd");

    private KeyCandidates() {}

    /**
     * @param nationalNumber 12 digits
     * @param issued leaves one expiry date only, when it is known
     * @return the likeliest first
     */
    public static List<AccessKey> of(
            String nationalNumber, LocalDate birth, Optional<LocalDate> issued, LocalDate today) {
        if (!NUMBER.matcher(nationalNumber).matches()) {
            throw new IllegalArgumentException("a national number has 12 digits");
        }
        List<AccessKey> keys = new ArrayList<>();
        keys.add(new AccessKey.Can(nationalNumber.substring(FIRST_OF_CAN)));
        for (String expiry : issued.map(day -> List.of(expiryOfCardIssued(day, birth)))
                .orElseGet(() -> expiriesPossible(birth, today))) {
            keys.add(new AccessKey.Mrz(nationalNumber.substring(FIRST_OF_DOCUMENT_NUMBER), ZONE.format(birth), expiry));
        }
        return List.copyOf(keys.subList(0, Math.min(MAX, keys.size())));
    }

    private static String expiryOfCardIssued(LocalDate issued, LocalDate birth) {
        for (int age : MILESTONES) {
            LocalDate milestone = birth.plusYears(age);
            if (issued.isBefore(milestone.minusYears(YEARS_BEFORE))) {
                return ZONE.format(milestone);
            }
        }
        return NO_EXPIRY;
    }

    /**
     * The next milestone; the one after it, when a card of the last two years before it can be in use already; the one
     * before.
     */
    private static List<String> expiriesPossible(LocalDate birth, LocalDate today) {
        List<String> expiries = new ArrayList<>();
        Optional<LocalDate> passed = Optional.empty();
        boolean open = true;
        for (int age : MILESTONES) {
            LocalDate milestone = birth.plusYears(age);
            if (!today.isBefore(milestone)) {
                passed = Optional.of(milestone);
            } else if (open) {
                expiries.add(ZONE.format(milestone));
                open = !today.isBefore(milestone.minusYears(YEARS_BEFORE));
            }
        }
        if (open) {
            expiries.add(NO_EXPIRY);
        }
        passed.map(ZONE::format).ifPresent(expiries::add);
        return expiries;
    }
}
