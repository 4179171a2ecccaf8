package vn.tiepdon.server.coverage.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tries whether the gateway takes an account, past pause and pace: an administrator waits for the answer. */
@Component
public class AccountTrials {

    private final GatewayTokens tokens;
    private final GatewayCalls calls;

    AccountTrials(GatewayTokens tokens, GatewayCalls calls) {
        this.tokens = tokens;
        this.calls = calls;
    }

    /** @param by a login, for the log of calls */
    public AccountTrial run(GatewayAccount account, Duration patience, String by) {
        List<GatewayCall> made = new ArrayList<>();
        long began = System.nanoTime();
        String result = result(account, patience, made);
        calls.append(account.facility(), by, made);
        return new AccountTrial(
                result, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private String result(GatewayAccount account, Duration patience, List<GatewayCall> made) {
        try {
            tokens.fresh(account, Deadline.in(patience), made::add);
            return "200";
        } catch (GatewayException failed) {
            return failed.fault().name();
        } catch (GatewayTokens.RefusedException refused) {
            return refused.code();
        }
    }
}
