package vn.tiepdon.server.coverage.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.coverage.CoverageSettings;

class GatewayGuardTest {

    private static final URI GATEWAY = URI.create("http://127.0.0.1:1");
    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void aGatewayThatFailedIsLeftAloneAndOpenAgainThoughNobodyAskedMeanwhile() throws Exception {
        GatewayGuard guard = guard(20);
        for (int i = 0; i < 5; i++) {
            guard.enter(GATEWAY, Hurry.NOW);
            guard.went(GATEWAY, false, System.nanoTime());
        }
        assertThat(guard.open(GATEWAY)).isFalse();
        assertThatThrownBy(() -> guard.enter(GATEWAY, Hurry.NOW)).isInstanceOf(GatewayException.class);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!guard.open(GATEWAY)) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            Thread.sleep(20);
        }
    }

    @Test
    void whoAsksForAPatientWaitsForATurnRatherThanGoWithoutAnAnswer() throws Exception {
        GatewayGuard guard = guard(1);
        guard.enter(GATEWAY, Hurry.NOW);
        guard.enter(GATEWAY, Hurry.NOW);
        assertThat(guard.open(GATEWAY)).isTrue();
    }

    private static GatewayGuard guard(int perSecond) {
        return new GatewayGuard(new CoverageSettings(
                "", "", "", "", "", SHORT, SHORT, perSecond, 2, SHORT, SHORT, SHORT, SHORT, SHORT, "", ""));
    }
}
