package vn.tiepdon.server.coverage.account;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.coverage.card.CarePlaceFile;
import vn.tiepdon.server.fault.Refusal;

/** A file that is larger than any list of facilities. */
class PlacesTooLarge extends Refusal {

    PlacesTooLarge() {
        super(FaultCode.IMPORT_TOO_LARGE, "longer than " + CarePlaceFile.LARGEST + " bytes");
    }
}
