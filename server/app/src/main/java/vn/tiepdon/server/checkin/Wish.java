package vn.tiepdon.server.checkin;

import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.queue.Entry;

/** What a kiosk asks for under an id of its own. */
record Wish(Device device, CheckInId id, CheckInRequest request, String hash) {

    Wish(Device device, CheckInId id, CheckInRequest request) {
        this(device, id, request, RequestHash.of(request));
    }

    /** A bridge stands for the desk, where no device is enrolled. */
    Entry entry() {
        return Entry.at(device.kind() == DeviceKind.KIOSK ? Entry.Place.KIOSK : Entry.Place.DESK, request.seconds());
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
