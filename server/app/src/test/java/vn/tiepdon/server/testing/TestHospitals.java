package vn.tiepdon.server.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Injected into tests: makes as many hospitals as they like. */
@Component
public class TestHospitals {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;

    public TestHospitals(JdbcClient jdbc, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    public TestHospital open() {
        return new TestHospital(jdbc, publisher, NUMBERS.incrementAndGet());
    }
}
