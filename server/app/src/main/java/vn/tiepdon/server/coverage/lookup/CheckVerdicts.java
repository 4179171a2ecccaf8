package vn.tiepdon.server.coverage.lookup;

import java.util.Optional;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.card.InsuranceTables;
import vn.tiepdon.server.coverage.gateway.GatewayFault;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.coverage.gateway.Results;

/** What a question's answer means for the patient at a kiosk. */
public final class CheckVerdicts {

    private CheckVerdicts() {}

    /** Nobody has answered in time, and nothing is kept yet. */
    public static Coverage late() {
        return new Coverage(
                null,
                Coverage.Standing.NOT_VERIFIED,
                Results.of(GatewayFault.TIMEOUT.name()).patient(),
                null,
                null,
                null,
                null);
    }

    /**
     * @param hospital its own code
     * @param whole whether more than the standing may be told: not to somebody who only typed a number
     */
    public static Coverage of(CoverageCheck check, String hospital, boolean whole) {
        Optional<InsuredCard> card = check.card().filter(any -> whole);
        Optional<Boolean> here =
                card.flatMap(InsuredCard::facility).map(FacilityCode::text).map(hospital::equals);
        boolean insured = check.outcome() == ResultClass.HOLDS || check.outcome() == ResultClass.NEW_CARD;
        return new Coverage(
                check.id(),
                standing(check.outcome()),
                check.result().patient(),
                card.flatMap(InsuredCard::until).orElse(null),
                here.orElse(null),
                // Elsewhere it depends on papers that the kiosk does not see.
                insured && here.orElse(false)
                        ? card.map(InsuredCard::number)
                                .flatMap(InsuranceNumber::benefitLevel)
                                .flatMap(level -> InsuranceTables.share(level, check.day()))
                                .orElse(null)
                        : null,
                card.flatMap(InsuredCard::fiveYears)
                        .map(day -> !day.isAfter(check.day()))
                        .orElse(null));
    }

    private static Coverage.Standing standing(ResultClass outcome) {
        return switch (outcome) {
            case HOLDS -> Coverage.Standing.HOLDS;
            case NEW_CARD -> Coverage.Standing.NEW_CARD;
            case NOT_INSURED -> Coverage.Standing.NOT_INSURED;
            case DESK -> Coverage.Standing.DESK;
            case OUR_CONFIGURATION, GATEWAY_FAULT -> Coverage.Standing.NOT_VERIFIED;
        };
    }
}
