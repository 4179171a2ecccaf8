package vn.tiepdon.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PhoneGateTest {

    @Test
    void moreLooksThanASecondAllowsAreRefusedAtOnce() {
        PhoneGate gate = new PhoneGate(new PhoneSettings(1, 5));
        assertThatThrownBy(() -> {
                    // Two of three fall into the same second, whenever it begins.
                    for (int i = 0; i < 3; i++) {
                        gate.through(() -> "seen");
                    }
                })
                .isInstanceOf(PhoneBusyException.class);
    }

    @Test
    void aSlowDatabaseHoldsNoMoreTelephonesThanTheGateLetsThrough() throws Exception {
        PhoneGate gate = new PhoneGate(new PhoneSettings(100, 1));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread slow = new Thread(() -> gate.through(() -> {
            inside.countDown();
            return waited(over);
        }));
        slow.start();
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> gate.through(() -> "seen")).isInstanceOf(PhoneBusyException.class);
        over.countDown();
        slow.join(5_000);
        assertThat(gate.through(() -> "seen")).isEqualTo("seen");
    }

    private static boolean waited(CountDownLatch over) {
        try {
            return over.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
