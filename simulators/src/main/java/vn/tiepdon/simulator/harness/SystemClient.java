package vn.tiepdon.simulator.harness;

import tools.jackson.core.type.TypeReference;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.exchange.CheckInRecordStatus;
import vn.tiepdon.api.exchange.NewFirstCharge;

/** What another system of the hospital says to the server. */
public final class SystemClient {

    private final ServerCalls calls;
    private final String authorization;

    SystemClient(ServerCalls calls, String token) {
        this.calls = calls;
        this.authorization = ApiPaths.DEVICE_SCHEME + " " + token;
    }

    /** Sending the same again is harmless. */
    public Reply<CheckInRecordStatus> firstCharge(NewFirstCharge charge) throws InterruptedException {
        return calls.post(ApiPaths.EXCHANGE_FIRST_CHARGES, authorization, charge, new TypeReference<>() {});
    }
}
