package vn.tiepdon.server.checkin;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.server.device.Device;

/** What a kiosk asks for under an id of its own. */
record Wish(Device device, CheckInId id, CheckInRequest request, String hash) {

    Wish(Device device, CheckInId id, CheckInRequest request) {
        this(device, id, request, RequestHash.of(request));
    }

    /**
     * The answer that its id has got already.
     *
     * @throws CheckInRefused when that was for another wish
     */
    String again(CheckIns.Kept kept) {
        if (!kept.requestHash().equals(hash)
                || !kept.device().equals(device.id().value())) {
            throw new CheckInRefused(FaultCode.CHECK_IN_CONFLICT, "same id, another request");
        }
        return kept.answer();
    }
}
