package vn.tiepdon.server.coverage.lookup;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.server.coverage.card.CarePlaces;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.card.InsuranceTables;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.GatewayFault;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.coverage.gateway.Results;
import vn.tiepdon.server.facility.Facility;

/** What a question's answer means for the patient at a kiosk. */
@Component
public class CheckVerdicts {

    private final GatewayAccounts accounts;
    private final CarePlaces places;

    CheckVerdicts(GatewayAccounts accounts, CarePlaces places) {
        this.accounts = accounts;
        this.places = places;
    }

    /** Nobody has answered in time, and nothing is kept yet. */
    public Coverage late(Facility facility) {
        return new Coverage(
                null,
                Coverage.Standing.NOT_VERIFIED,
                Results.of(GatewayFault.TIMEOUT.name()).patient(),
                PaperLine.NOT_YET.at(facility));
    }

    /** @param whole whether what came of it may be told: not to somebody who only typed a number */
    public Coverage of(CoverageCheck check, Facility facility, boolean whole) {
        Coverage.Standing standing = standing(check.outcome());
        if (standing == Coverage.Standing.NOT_VERIFIED) {
            return new Coverage(check.id(), standing, check.result().patient(), PaperLine.NOT_YET.at(facility));
        }
        return whole ? whole(check, facility, standing) : untold(check, facility);
    }

    /** The same for everybody: who sees a stranger's number must not learn whether the stranger is insured. */
    private static Coverage untold(CoverageCheck check, Facility facility) {
        return new Coverage(
                check.id(), Coverage.Standing.CHECKED, PaperLine.UNTOLD, PaperLine.RESULT_AT_DESK.at(facility));
    }

    private Coverage whole(CoverageCheck check, Facility facility, Coverage.Standing standing) {
        String hospital = accounts.codeOf(facility);
        Optional<InsuredCard> card = check.card();
        Optional<FacilityCode> registered = card.flatMap(InsuredCard::facility);
        Optional<Boolean> here = registered.map(FacilityCode::text).map(hospital::equals);
        boolean insured = standing == Coverage.Standing.HOLDS || standing == Coverage.Standing.NEW_CARD;
        boolean settled = standing == Coverage.Standing.HOLDS && here.orElse(true);
        return new Coverage(
                check.id(),
                standing,
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
                        .orElse(null),
                here.orElse(true)
                        ? null
                        : registered
                                .flatMap(code -> places.name(facility.id(), code, check.day()))
                                .orElse(null),
                (settled ? PaperLine.CHECKED : PaperLine.TO_DESK).at(facility));
    }

    /** What the paper of a number says that was taken at the desk. */
    public Text paper(Optional<CoverageCheck> check, Facility facility) {
        return (check.filter(it -> it.state() == CheckState.ANSWERED).isPresent()
                        ? PaperLine.CHECKED
                        : PaperLine.NOT_YET)
                .at(facility);
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
