package vn.tiepdon.server.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Stands in for Spring Boot's own transactions and templates when the database is H2. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnH2Condition.class)
class OneWriterConfiguration {

    /** No longer than a transaction that gives a number may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WriteLock writing = new WriteLock();

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource database, ObjectProvider<TransactionManagerCustomizers> customizers) {
        OneWriterTransactionManager manager = new OneWriterTransactionManager(database, writing, PATIENCE);
        customizers.ifAvailable(some -> some.customize(manager));
        return manager;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database, JdbcProperties properties) {
        JdbcTemplate template = new OneWriterJdbcTemplate(database, writing, PATIENCE);
        Duration timeout = properties.getTemplate().getQueryTimeout();
        if (timeout != null) {
            template.setQueryTimeout((int) timeout.toSeconds());
        }
        return template;
    }

    /** Shorter than somebody at a kiosk notices. */
    @Bean
    LongWork longWork() {
        return new LongWork(Duration.ofMillis(80));
    }

    /** H2 leaves the disk to the operating system anyhow. */
    @Bean
    QuickCommit quickCommit() {
        return () -> {};
    }

    @Bean
    H2Statistics h2Statistics(JdbcTemplate jdbcTemplate) {
        return new H2Statistics(jdbcTemplate, writing, PATIENCE);
    }

    /** Its own command would commit the caller's transaction. */
    @Bean
    TableStatistics tableStatistics() {
        return tables -> {};
    }
}
