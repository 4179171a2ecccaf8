package vn.tiepdon.server.exchange.hl7;

import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;

/**
 * What came of a message.
 *
 * @param object internal id of what it was done to, for the trail
 * @param remark what somebody should look at
 */
record Deed(String object, Optional<FaultCode> remark) {

    Deed(String object) {
        this(object, Optional.empty());
    }
}
