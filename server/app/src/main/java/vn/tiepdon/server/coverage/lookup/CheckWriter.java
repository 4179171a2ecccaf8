package vn.tiepdon.server.coverage.lookup;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.coverage.gateway.Asked;
import vn.tiepdon.server.coverage.gateway.GatewayCalls;
import vn.tiepdon.server.coverage.gateway.GatewaySecrets;

/** Keeps a question, its sealed answer and the log of its calls: all or nothing. */
@Component
class CheckWriter {

    private final CheckTable checks;
    private final GatewayCalls calls;
    private final GatewaySecrets secrets;
    private final ApplicationEventPublisher listeners;

    CheckWriter(CheckTable checks, GatewayCalls calls, GatewaySecrets secrets, ApplicationEventPublisher listeners) {
        this.checks = checks;
        this.calls = calls;
        this.secrets = secrets;
        this.listeners = listeners;
    }

    /** @param nextTry null when it is not asked again */
    @Transactional
    void add(CoverageCheck check, Asked asked, String actor, Instant nextTry) {
        checks.add(check, sealed(check, asked), nextTry);
        calls.append(check.facility(), actor, asked.calls());
    }

    /** @return as it is kept now: somebody else's answer, when that was sooner */
    @Transactional
    CoverageCheck answer(CoverageCheck check, Asked asked, String actor, Instant nextTry) {
        boolean first = checks.answer(check, sealed(check, asked), nextTry);
        calls.append(check.facility(), actor, asked.calls());
        if (first && check.state() == CheckState.ANSWERED) {
            listeners.publishEvent(new CheckAnswered(check.facility(), check.patient(), check.day()));
        }
        return first ? check : checks.find(check.facility(), check.id()).orElse(check);
    }

    /** Somebody else has asked the same meanwhile and kept it; the calls were made all the same. */
    @Transactional
    void log(CoverageCheck check, Asked asked, String actor) {
        calls.append(check.facility(), actor, asked.calls());
    }

    private Optional<byte[]> sealed(CoverageCheck check, Asked asked) {
        return asked.raw().map(raw -> secrets.seal(raw, about(check)));
    }

    static String about(CoverageCheck check) {
        return "coverage-check:" + check.facility().value() + ":" + check.id();
    }
}
