package vn.tiepdon.server.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.tiepdon.server.TiepDonServer;

/** A server of a test's own, to be stopped and started again on the same port and data, or set up beside another. */
public final class OwnServer implements AutoCloseable {

    private final Clock clock;
    private final List<String> arguments;
    private ConfigurableApplicationContext context;
    private int port;

    private OwnServer(Clock clock, List<String> arguments) {
        this.clock = clock;
        this.arguments = arguments;
        start();
    }

    /** On an H2 file in a folder of its own. */
    public static OwnServer onH2(String... settings) {
        return onH2(Clock.systemUTC(), settings);
    }

    /** On an H2 file, at a time that the test sets. */
    public static OwnServer onH2(Clock clock, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--tiepdon.data=" + TestData.newFolder());
        return new OwnServer(clock, arguments);
    }

    /** On a PostgreSQL database. */
    public static OwnServer onPostgres(String url) {
        return new OwnServer(
                Clock.systemUTC(),
                List.of(
                        "--tiepdon.data=" + TestData.newFolder(),
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres"));
    }

    /** One more on the same data and database, as a hospital runs two. */
    public OwnServer another() {
        return new OwnServer(clock, arguments);
    }

    /** @param settings that hold until it is stopped, such as {@code --tiepdon.card.generations.writing=2} */
    public void start(String... settings) {
        SpringApplication application = new SpringApplicationBuilder(TiepDonServer.class).build();
        application.addInitializers(
                starting -> ((GenericApplicationContext) starting).registerBean(Clock.class, () -> clock));
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        all.add("--tiepdon.first-password=" + TestData.FIRST_PASSWORD);
        all.addAll(List.of(settings));
        context = application.run(all.toArray(String[]::new));
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Lets go of port, database and everybody who listens. */
    public void stop() {
        context.close();
    }

    public int port() {
        return port;
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
