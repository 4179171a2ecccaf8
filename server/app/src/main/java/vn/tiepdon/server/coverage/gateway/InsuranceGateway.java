package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Asks whether a card holds: {@code KQNhanLichSuKCB2024} (CV 1923/BHXH-CNTT 2024, phụ lục 03), the one look-up that is
 * still answered. It never throws for what a gateway does.
 */
@Component
public class InsuranceGateway {

    private static final String LOOK_UP = "/api/egw/KQNhanLichSuKCB2024";

    /** While somebody waits: one call of twenty that stumbles must not leave a twentieth of a morning unverified. */
    private static final int MOST_TRIES = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    /** Less is no time for an answer. */
    private static final Duration LEAST = Duration.ofMillis(200);

    private static final Set<String> NOT_ASKED = Set.of(GatewayFault.PAUSED.name(), GatewayFault.CROWDED.name());
    /** Asking once more would say the same, or there is no time left for it. */
    private static final Set<String> FINAL = Set.of(
            GatewayFault.TIMEOUT.name(),
            GatewayFault.TOO_LARGE.name(),
            GatewayFault.PAUSED.name(),
            GatewayFault.CROWDED.name());

    private final GatewayLine line;
    private final GatewayTokens tokens;
    private final GatewayGuard guard;
    private final HospitalClock clock;
    private final JsonMapper json;

    InsuranceGateway(GatewayLine line, GatewayTokens tokens, GatewayGuard guard, HospitalClock clock, JsonMapper json) {
        this.line = line;
        this.tokens = tokens;
        this.guard = guard;
        this.clock = clock;
        this.json = json;
    }

    /** Whether it would be asked at all: no, for a while after it has failed again and again. */
    public boolean open(GatewayAccount account) {
        return guard.open(account.url());
    }

    /**
     * A gateway that stumbles is asked again at once when somebody waits, as long as there is time.
     *
     * @param transaction our own id of the question, for the log
     * @param patience for all of it, a token included
     */
    public Asked ask(
            GatewayAccount account, CardQuestion question, String transaction, Duration patience, Hurry hurry) {
        Deadline deadline = Deadline.in(patience);
        List<GatewayCall> calls = new ArrayList<>();
        Asked asked = once(account, question, transaction, hurry, deadline, calls);
        for (int tries = 1;
                hurry == Hurry.NOW && tries < MOST_TRIES && stumbled(asked) && deadline.leaves(BETWEEN_TRIES, LEAST);
                tries++) {
            Asked again = once(account, question, transaction, hurry, deadline, calls);
            if (NOT_ASKED.contains(again.outcome().result().code())) {
                return asked;
            }
            asked = again;
        }
        return asked;
    }

    private static boolean stumbled(Asked asked) {
        Result result = asked.outcome().result();
        return result.kind() == ResultClass.GATEWAY_FAULT && !FINAL.contains(result.code());
    }

    private Asked once(
            GatewayAccount account,
            CardQuestion question,
            String transaction,
            Hurry hurry,
            Deadline deadline,
            List<GatewayCall> calls) {
        try {
            guard.enter(account.url(), hurry);
        } catch (GatewayException notNow) {
            return new Asked(Outcome.unanswered(notNow.fault()), Optional.empty(), calls);
        }
        long began = System.nanoTime();
        Asked asked = asked(account, question, transaction, deadline, calls);
        guard.went(account.url(), asked.outcome().result().kind() != ResultClass.GATEWAY_FAULT, began);
        return asked;
    }

    private Asked asked(
            GatewayAccount account,
            CardQuestion question,
            String transaction,
            Deadline deadline,
            List<GatewayCall> calls) {
        try {
            GatewayTokens.Token token =
                    tokens.take(account, null, deadline, call -> calls.add(call.about(transaction)));
            Asked first = lookUp(account, token, question, transaction, deadline, calls);
            boolean refused = first.outcome().result().code().equals("401");
            return refused
                    ? lookUp(
                            account,
                            tokens.take(account, token, deadline, call -> calls.add(call.about(transaction))),
                            question,
                            transaction,
                            deadline,
                            calls)
                    : first;
        } catch (GatewayException failed) {
            return new Asked(Outcome.unanswered(failed.fault()), Optional.empty(), calls);
        } catch (GatewayTokens.RefusedException refused) {
            // Whatever it says, it is no answer about a patient.
            Result result = Results.of(refused.code());
            boolean known = !result.kind().answered();
            return new Asked(new Outcome.Unanswered(known ? result : Results.of("401")), Optional.empty(), calls);
        }
    }

    private Asked lookUp(
            GatewayAccount account,
            GatewayTokens.Token token,
            CardQuestion question,
            String transaction,
            Deadline deadline,
            List<GatewayCall> calls)
            throws GatewayException {
        long began = System.nanoTime();
        String result = GatewayFault.GARBLED.name();
        try {
            GatewayLine.Reply reply = line.post(
                    address(account, token),
                    Map.of(),
                    GatewayLine.Content.json(json.writeValueAsString(body(account, question))),
                    deadline.left());
            if (reply.status() == GatewayLine.UNAUTHORISED) {
                result = "401";
                return new Asked(new Outcome.Unanswered(Results.of(result)), Optional.empty(), calls);
            }
            if (reply.status() != GatewayLine.OK) {
                throw new GatewayException(GatewayFault.HTTP);
            }
            Outcome outcome = CardAnswers.read(reply.body(), question);
            result = outcome.result().code();
            return new Asked(outcome, Optional.of(reply.body()), calls);
        } catch (GatewayException failed) {
            result = failed.fault().name();
            throw failed;
        } finally {
            calls.add(GatewayCalls.call(GatewayCall.Kind.LOOKUP, clock.now(), account, transaction, result, began));
        }
    }

    private static URI address(GatewayAccount account, GatewayTokens.Token token) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("token", token.access());
        query.put("id_token", token.id());
        query.put("username", account.user());
        query.put("password", account.passwordDigest());
        return URI.create(account.url() + LOOK_UP + "?" + GatewayLine.encoded(query));
    }

    private static Map<String, String> body(GatewayAccount account, CardQuestion question) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("maThe", question.number().text());
        body.put("hoTen", question.fullName());
        body.put("ngaySinh", question.birthDate());
        body.put("hoTenCb", account.staffName());
        body.put("cccdCb", account.staffNumber());
        return body;
    }
}
