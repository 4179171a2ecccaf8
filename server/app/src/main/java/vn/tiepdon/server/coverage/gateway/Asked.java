package vn.tiepdon.server.coverage.gateway;

import java.util.List;
import java.util.Optional;

/**
 * A question and what became of it.
 *
 * @param raw the answer as it came, when it was one
 * @param calls that were made, for the log
 */
public record Asked(Outcome outcome, Optional<byte[]> raw, List<GatewayCall> calls) {

    @Override
    public String toString() {
        return "Asked[" + outcome.result().code() + "]";
    }
}
