package vn.tiepdon.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test server its own data folder and database. */
public final class TestData {

    /** The password of every login that a server under test makes at first start. */
    public static final String FIRST_PASSWORD = "thu-nghiem-2026";

    private TestData() {}

    private static void apply(ConfigurableApplicationContext context, String... more) {
        String password = context.getEnvironment().getProperty("tiepdon.test.first-password", FIRST_PASSWORD);
        TestPropertyValues.of(more)
                .and("tiepdon.data=" + newFolder(), "tiepdon.first-password=" + password)
                .applyTo(context);
    }

    static Path newFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
            return Files.createTempDirectory(target, "server");
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    static final class OnH2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            apply(context);
        }
    }

    static final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = PostgresInstance.newDatabase();
            apply(context, "spring.datasource.url=" + url, "spring.datasource.username=postgres");
        }
    }
}
