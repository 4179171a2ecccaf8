package vn.tiepdon.server.synthetic;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import vn.tiepdon.server.settings.RandomPassword;

/**
 * {@code ./tiepdon province [--patients N] [--visits N] [--facilities N] [--seed N] [--data DIR | --database URL]}: an
 * invented province in an empty database. Exit code 0 when it stands, 1 when it does not, 2 when the words are wrong.
 */
public final class ProvinceCommand {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock clock;
    private final Consumer<String> out;

    ProvinceCommand(Clock clock, Consumer<String> out) {
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] args) {
        // The schema's scripts have much to say otherwise.
        LoggingSystem.get(ProvinceCommand.class.getClassLoader()).setLogLevel(null, LogLevel.ERROR);
        ProvinceCommand command = new ProvinceCommand(Clock.systemUTC(), System.out::println);
        System.exit(command.run(List.of(args), System.getenv()));
    }

    int run(List<String> words, Map<String, String> environment) {
        ProvinceOptions options;
        try {
            options = ProvinceOptions.parse(words, LocalDate.ofInstant(clock.instant(), ZONE), environment);
        } catch (RuntimeException wrong) {
            out.accept(wrong.getMessage());
            return 2;
        }
        try {
            make(options);
            return 0;
        } catch (ProvinceRefusedException refused) {
            out.accept(refused.getMessage());
            return 1;
        } catch (SQLException failed) {
            out.accept("the database refused: " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void make(ProvinceOptions options) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        String password = options.password().orElseGet(RandomPassword::make);
        try (ProvinceDatabase database = open(options)) {
            new Province(options, database, new ProvinceProgress(options, out, System::nanoTime))
                    .fill(clock.instant(), password);
        }
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        out.accept(String.format(
                Locale.ROOT,
                "%,d patients and %,d visits in %d facilities within %.1f s: %,.0f visits/s",
                options.patients(),
                options.visits(),
                options.facilities(),
                seconds,
                options.visits() / seconds));
        if (options.password().isEmpty()) {
            out.accept("logins quantri, letan, phongkham: " + password);
        }
    }

    private static ProvinceDatabase open(ProvinceOptions options) throws SQLException {
        return options.database().isPresent()
                ? ProvincePostgres.at(options.database().get(), options.user(), options.databasePassword())
                : ProvinceH2.in(options.data());
    }
}
