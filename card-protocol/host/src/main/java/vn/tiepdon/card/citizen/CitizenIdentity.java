package vn.tiepdon.card.citizen;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;

/**
 * Who a chip ID card belongs to, as its DG13 says; number, birth date and sex agree with DG1. {@link #toString} names
 * no one.
 *
 * @param nationalNumber 12 digits
 * @param fullName in Unicode NFC
 * @param oldNumber the cancelled 9- or 12-digit number, when the card names one
 * @param issued when the card names it
 * @param expires empty for a card without expiry ("Không thời hạn")
 */
public record CitizenIdentity(
        String nationalNumber,
        String fullName,
        PartialDate birthDate,
        Sex sex,
        String residence,
        Optional<String> oldNumber,
        Optional<LocalDate> issued,
        Optional<LocalDate> expires) {

    @Override
    public String toString() {
        return "CitizenIdentity[…]";
    }
}
