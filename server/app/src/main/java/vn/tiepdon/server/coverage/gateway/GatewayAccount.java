package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.util.Optional;
import vn.tiepdon.server.facility.FacilityId;

/**
 * A hospital's account with the gateway.
 *
 * @param user like {@code 01028_BV}
 * @param passwordDigest MD5 of the password in capitals: the gateway's form on the wire (CV 3190/BHXH)
 * @param staffName who looks up (hoTenCb); the gateway knows them by name and number
 * @param staffNumber their national number (cccdCb)
 * @param facilityCode mã CSKCB, where it is another than the hospital's code in this house
 * @param roomsOrder whether rooms say what is ordered first, because no other system does
 */
public record GatewayAccount(
        FacilityId facility,
        URI url,
        String user,
        String passwordDigest,
        String staffName,
        String staffNumber,
        Optional<String> facilityCode,
        boolean roomsOrder) {

    @Override
    public String toString() {
        return "GatewayAccount[" + facility.value() + "]";
    }
}
