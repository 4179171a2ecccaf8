package vn.tiepdon.server.card.key;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.fault.Refusal;

/** Nobody here holds the master of this version. */
public class MasterMissingException extends Refusal {

    private final KeyVersion version;

    MasterMissingException(KeyVersion version) {
        super(FaultCode.CARD_KEYS_UNKNOWN, MasterName.of(version));
        this.version = version;
    }

    public KeyVersion version() {
        return version;
    }
}
