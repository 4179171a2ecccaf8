package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.util.Optional;

/**
 * An account as an administrator writes it.
 *
 * @param password in clear; empty: as it is
 * @param staffNumber empty: as it is
 * @param facilityCode mã CSKCB, where it is another than the hospital's code in this house
 * @param roomsOrder whether rooms say what is ordered first
 */
public record AccountChange(
        URI url,
        String user,
        Optional<String> password,
        String staffName,
        Optional<String> staffNumber,
        Optional<String> facilityCode,
        boolean roomsOrder) {

    @Override
    public String toString() {
        return "AccountChange[…]";
    }
}
