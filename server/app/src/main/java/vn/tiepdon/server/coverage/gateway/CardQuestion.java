package vn.tiepdon.server.coverage.gateway;

import java.time.LocalDate;
import vn.tiepdon.server.coverage.card.InsuranceNumber;

/**
 * What the gateway is asked.
 *
 * @param birthDate dd/MM/yyyy, MM/yyyy or yyyy, as far as it is known
 * @param day on which the card is to hold
 */
public record CardQuestion(InsuranceNumber number, String fullName, String birthDate, LocalDate day) {

    @Override
    public String toString() {
        return "CardQuestion[…]";
    }
}
