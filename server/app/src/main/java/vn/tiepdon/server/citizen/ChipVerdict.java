package vn.tiepdon.server.citizen;

import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.card.citizen.CitizenIdentity;

/** What a presented chip turned out to be. */
public sealed interface ChipVerdict {

    /**
     * Whole, in force and consented to.
     *
     * @param doubt why it yet proves nobody; empty when it does
     */
    record Read(CitizenIdentity identity, Optional<ChipDoubt> doubt) implements ChipVerdict {}

    record Refused(FaultCode code) implements ChipVerdict {}
}
