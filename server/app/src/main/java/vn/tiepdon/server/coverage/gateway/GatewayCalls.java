package vn.tiepdon.server.coverage.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** The log of calls, in the transaction of what came of them. */
@Repository
public class GatewayCalls {

    private static final int LONGEST_ACTOR = 80;
    private static final int LONGEST_RESULT = 20;
    private static final int LONGEST_TRANSACTION = 100;

    private final JdbcTemplate jdbc;

    GatewayCalls(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param began by System.nanoTime */
    static GatewayCall call(
            GatewayCall.Kind kind, Instant at, GatewayAccount account, String transaction, String result, long began) {
        int millis = (int) Math.min(
                Integer.MAX_VALUE, Duration.ofNanos(System.nanoTime() - began).toMillis());
        return new GatewayCall(kind, at, account.user(), transaction, result, millis);
    }

    /** @param actor whose doing it was: a login, a device, or the server itself */
    public void append(FacilityId facility, String actor, List<GatewayCall> calls) {
        if (!calls.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into coverage_call (facility_id, call_id, at, kind, actor, account, transaction_no, result, millis)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    calls.stream().map(call -> row(facility, actor, call)).toList());
        }
    }

    private static Object[] row(FacilityId facility, String actor, GatewayCall call) {
        return new Object[] {
            facility.value(),
            UUID.randomUUID().toString(),
            call.at().atOffset(ZoneOffset.UTC),
            call.kind().name(),
            within(actor, LONGEST_ACTOR),
            call.account(),
            within(call.transaction(), LONGEST_TRANSACTION),
            within(call.result(), LONGEST_RESULT),
            call.millis()
        };
    }

    private static String within(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
