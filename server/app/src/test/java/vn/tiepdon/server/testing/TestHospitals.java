package vn.tiepdon.server.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Injected into tests: makes as many hospitals as they like. */
@Component
public class TestHospitals {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final JdbcClient jdbc;

    public TestHospitals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TestHospital open() {
        return new TestHospital(jdbc, NUMBERS.incrementAndGet());
    }
}
