package vn.tiepdon.server.coverage.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.CoverageSettings;

/** Leaves a gateway alone that fails, and none is asked more often than it may be. */
@Component
class GatewayGuard {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int WATCHED = 20;
    private static final int FEWEST = 5;
    private static final int HALF = 50;
    /** One of them may stumble by chance and the gateway is well all the same. */
    private static final int TRIALS = 3;

    private final CoverageSettings settings;
    private final Map<URI, Guarded> gateways = new ConcurrentHashMap<>();

    GatewayGuard(CoverageSettings settings) {
        this.settings = settings;
    }

    private record Guarded(CircuitBreaker breaker, RateLimiter now, RateLimiter later) {}

    /** @throws GatewayException when it is not to be asked now; whoever may ask has to say how it went */
    void enter(URI gateway, Hurry hurry) throws GatewayException {
        Guarded one = of(gateway);
        if (!one.breaker.tryAcquirePermission()) {
            throw new GatewayException(GatewayFault.PAUSED);
        }
        if (!(hurry == Hurry.NOW ? one.now : one.later).acquirePermission()) {
            one.breaker.releasePermission();
            throw new GatewayException(GatewayFault.CROWDED);
        }
    }

    void went(URI gateway, boolean well, long began) {
        CircuitBreaker breaker = of(gateway).breaker;
        long nanos = System.nanoTime() - began;
        if (well) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new GatewayException(GatewayFault.HTTP));
        }
    }

    /** Whether it would be asked at all. */
    boolean open(URI gateway) {
        CircuitBreaker.State state = of(gateway).breaker.getState();
        return state != CircuitBreaker.State.OPEN;
    }

    private Guarded of(URI gateway) {
        return gateways.computeIfAbsent(
                gateway,
                any -> new Guarded(
                        CircuitBreaker.of("gateway", breaking()),
                        RateLimiter.of(
                                "now",
                                pace(
                                        settings.perSecond(),
                                        settings.kioskPatience().dividedBy(2))),
                        RateLimiter.of("later", pace(settings.laterPerSecond(), SECOND))));
    }

    private CircuitBreakerConfig breaking() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WATCHED)
                .minimumNumberOfCalls(FEWEST)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                // By itself: in the background it is asked only when it is open, so nobody else would ever try.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }

    /** @param wait for a turn: a patient who stands there anyway rather waits than goes without an answer */
    private static RateLimiterConfig pace(int perSecond, Duration wait) {
        return RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(SECOND)
                .timeoutDuration(wait)
                .build();
    }
}
