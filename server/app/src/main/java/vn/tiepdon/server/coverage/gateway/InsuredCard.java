package vn.tiepdon.server.coverage.gateway;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;

/**
 * A card as the gateway tells of it.
 *
 * @param until the last day; empty: none is told
 * @param facility where first care is registered (nơi đăng ký khám chữa bệnh ban đầu)
 * @param fiveYears from when five years without a gap are reached
 */
public record InsuredCard(
        InsuranceNumber number,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<FacilityCode> facility,
        Optional<LocalDate> fiveYears) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    @Override
    public String toString() {
        return "InsuredCard[…]";
    }
}
