package vn.tiepdon.server.exchange.hl7;

import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Another system that talks HL7 v2 with the hospital: a device of kind SYSTEM, and how it is known and reached.
 *
 * @param application MSH-3 of what it sends, empty for any; MSH-5 of what it is told
 * @param facility MSH-6 of what it is told
 * @param addresses from where it may talk, as {@link Network} reads it; empty: it may not
 * @param certificate SHA-256 of the certificate that it must show, as hex; empty: none
 * @param host where it is told what happens here; empty: it is not
 */
record Partner(
        FacilityId hospital,
        DeviceId device,
        String application,
        String facility,
        String addresses,
        String certificate,
        String host,
        int port,
        boolean tls) {

    boolean mayTalkFrom(String address, String shown) {
        return Network.any(addresses, address) && (certificate.isEmpty() || certificate.equals(shown));
    }

    boolean calledBy(Header header) {
        return application.isEmpty() || application.equals(header.application());
    }

    boolean told() {
        return !host.isEmpty();
    }
}
