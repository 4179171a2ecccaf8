package vn.tiepdon.simulator.card.citizen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When a citizen gets a card and how long it is valid (Luật Căn cước 26/2023/QH15, Điều 21). */
final class IssueRules {

    private static final LocalDate USUAL_ISSUE = LocalDate.of(2022, 2, 1);
    /** Since July 2024 children under 14 get a card too. */
    private static final LocalDate CHILDREN_ISSUE = LocalDate.of(2024, 8, 1);

    private static final int CARD_AGE = 14;
    /** The ages at which a card has to be renewed; after the last one it never expires. */
    private static final List<Integer> MILESTONES = List.of(14, 25, 40, 60);

    private static final int MILESTONE_SKIPPED_WITHIN_YEARS = 2;

    private IssueRules() {}

    static LocalDate issuedTo(LocalDate birth) {
        if (!birth.plusYears(CARD_AGE).isAfter(USUAL_ISSUE)) {
            return USUAL_ISSUE;
        }
        LocalDate soonAfterBirth = birth.plusMonths(1);
        return soonAfterBirth.isAfter(CHILDREN_ISSUE) ? soonAfterBirth : CHILDREN_ISSUE;
    }

    /** The card that is held today: one that had run out was renewed on that day. */
    static LocalDate issuedTo(LocalDate birth, LocalDate today) {
        LocalDate issued = issuedTo(birth);
        Optional<LocalDate> expiry = expiryOf(birth, issued);
        while (expiry.isPresent() && expiry.get().isBefore(today)) {
            issued = expiry.get();
            expiry = expiryOf(birth, issued);
        }
        return issued;
    }

    /** @return empty for a card that never expires */
    static Optional<LocalDate> expiryOf(LocalDate birth, LocalDate issued) {
        return MILESTONES.stream()
                .map(birth::plusYears)
                .filter(milestone -> issued.isBefore(milestone.minusYears(MILESTONE_SKIPPED_WITHIN_YEARS)))
                .findFirst();
    }
}
