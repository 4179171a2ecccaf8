package vn.tiepdon.server.coverage.lookup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.card.InsuranceTables;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The card that holds among all that was asked of a day; of several the one with the highest benefit (NĐ 188/2025). */
@Component
public class CheckedCards {

    private final CheckTable checks;

    CheckedCards(CheckTable checks) {
        this.checks = checks;
    }

    public CheckedCard of(FacilityId facility, PatientId patient, LocalDate day) {
        List<CoverageCheck> today = checks.of(facility, patient, day);
        Optional<InsuredCard> card = today.stream()
                .filter(CheckedCards::used)
                .flatMap(check -> check.card().stream())
                .max((one, other) -> Integer.compare(share(one, day), share(other, day)));
        boolean notInsured = card.isEmpty()
                && !today.isEmpty()
                && today.stream().allMatch(check -> check.outcome() == ResultClass.NOT_INSURED);
        return new CheckedCard(card, notInsured);
    }

    private static boolean used(CoverageCheck check) {
        return check.outcome() == ResultClass.HOLDS
                || check.outcome() == ResultClass.NEW_CARD
                        && check.newCardUsed().orElse(false);
    }

    private static int share(InsuredCard card, LocalDate day) {
        return card.number()
                .benefitLevel()
                .flatMap(level -> InsuranceTables.share(level, day))
                .orElse(0);
    }
}
