package vn.tiepdon.server.database;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long PostgreSQL bears with one connection; see docs/scale.md.
 *
 * @param statement for one statement, beyond the server's own patience: what the server gave up ends there too
 * @param lock for a lock that somebody else holds
 * @param idle between the statements of one transaction, so that a server that hangs holds nothing for ever
 * @param migrationLock for a lock that a change of the tables needs
 */
@Validated
@ConfigurationProperties("tiepdon.postgres")
record PostgresSettings(
        @NotNull Duration statement,
        @NotNull Duration lock,
        @NotNull Duration idle,
        @NotNull Duration migrationLock) {

    /** As the driver passes them on when it connects. */
    String options() {
        return "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
                .formatted(statement.toMillis(), lock.toMillis(), idle.toMillis());
    }
}
