package vn.tiepdon.server.issuing.face;

import java.time.LocalDate;

/**
 * What stands on one card.
 *
 * @param hospitalCode mã người bệnh
 * @param code what the QR says, for the day the chip is broken: only a claim, see docs/codes.md
 */
public record CardFace(String hospital, String fullName, String hospitalCode, LocalDate validTo, String code) {

    @Override
    public String toString() {
        return "CardFace[…]";
    }
}
