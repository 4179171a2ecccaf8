package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * {@code POST /api/token/take} (CV 3190/BHXH): a token is used until shortly before it says that it expires. Samples of it
 * lived ten minutes; how long one lives today is not published, so nothing is assumed.
 */
@Component
class GatewayTokens {

    private static final String PATH = "/api/token/take";
    private static final Duration MARGIN = Duration.ofSeconds(60);
    /** Of the life of a token that lives shorter than a few margins. */
    private static final int SHARE = 4;
    /** For one that does not say: asked for anew soon. */
    private static final Duration UNSAID = Duration.ofSeconds(60);

    private final GatewayLine line;
    private final HospitalClock clock;
    private final Map<GatewayAccount, Kept> kept = new ConcurrentHashMap<>();

    GatewayTokens(GatewayLine line, HospitalClock clock) {
        this.line = line;
        this.clock = clock;
    }

    record Token(String access, String id) {

        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /** The lock lets one take a token while the others of the account wait for it. */
    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private Token token;
        private Instant until = Instant.MIN;
    }

    /** The account is refused; the code says how. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        RefusedException(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * @param stale a token that the gateway has just refused, null for none
     * @param log is told of a call that was made
     */
    Token take(GatewayAccount account, Token stale, Deadline deadline, Consumer<GatewayCall> log)
            throws GatewayException, RefusedException {
        return take(account, kept -> kept.equals(stale), deadline, log);
    }

    /** One that was not known before: whether the account is still taken. */
    Token fresh(GatewayAccount account, Deadline deadline, Consumer<GatewayCall> log)
            throws GatewayException, RefusedException {
        return take(account, any -> true, deadline, log);
    }

    private Token take(GatewayAccount account, Predicate<Token> useless, Deadline deadline, Consumer<GatewayCall> log)
            throws GatewayException, RefusedException {
        Kept one = kept.computeIfAbsent(account, any -> new Kept());
        try {
            if (!one.lock.tryLock(Math.max(0, deadline.left().toMillis()), TimeUnit.MILLISECONDS)) {
                throw new GatewayException(GatewayFault.TIMEOUT);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new GatewayException(GatewayFault.TIMEOUT);
        }
        try {
            if (one.token == null || useless.test(one.token) || !clock.now().isBefore(one.until)) {
                renew(one, account, deadline, log);
            }
            return one.token;
        } finally {
            one.lock.unlock();
        }
    }

    private void renew(Kept one, GatewayAccount account, Deadline deadline, Consumer<GatewayCall> log)
            throws GatewayException, RefusedException {
        one.token = null;
        long began = System.nanoTime();
        String result = GatewayFault.GARBLED.name();
        try {
            GatewayLine.Reply reply = line.post(
                    URI.create(account.url() + PATH),
                    Map.of(),
                    GatewayLine.Content.form(Map.of("username", account.user(), "password", account.passwordDigest())),
                    deadline.left());
            if (reply.status() == GatewayLine.UNAUTHORISED) {
                throw new RefusedException("401");
            }
            if (reply.status() != GatewayLine.OK) {
                throw new GatewayException(GatewayFault.HTTP);
            }
            AnswerFields fields = AnswerFields.read(reply.body());
            result = fields.code();
            if (!result.equals("200")) {
                throw new RefusedException(result);
            }
            keep(one, fields.inner("APIKey"));
        } catch (GatewayException failed) {
            result = failed.fault().name();
            throw failed;
        } catch (RefusedException refused) {
            result = refused.code();
            throw refused;
        } finally {
            log.accept(GatewayCalls.call(GatewayCall.Kind.TOKEN, clock.now(), account, "", result, began));
        }
    }

    private void keep(Kept one, AnswerFields key) throws GatewayException {
        Token token = new Token(
                key.text("access_token").orElseThrow(AnswerFields::garbled),
                key.text("id_token").orElseThrow(AnswerFields::garbled));
        Instant now = clock.now();
        one.until = expiry(key.text("expires_in")).map(end -> before(end, now)).orElse(now.plus(UNSAID));
        one.token = token;
    }

    private static Instant before(Instant end, Instant now) {
        Duration life = Duration.between(now, end);
        Duration margin = life.compareTo(MARGIN.multipliedBy(SHARE)) < 0 ? life.dividedBy(SHARE) : MARGIN;
        return end.minus(margin);
    }

    /** UTC with seven decimals: {@code 2017-11-13T03:51:20.1047187Z}. */
    private static Optional<Instant> expiry(Optional<String> text) {
        try {
            return text.map(it -> OffsetDateTime.parse(it).toInstant());
        } catch (DateTimeException unsaid) {
            return Optional.empty();
        }
    }
}
