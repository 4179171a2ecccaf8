package vn.tiepdon.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connections to PostgreSQL with limits of their own, and changes of the tables without them. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnPostgresCondition.class)
class PostgresConfiguration {

    @Bean
    static BeanPostProcessor limitedConnections(ObjectProvider<PostgresSettings> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.addDataSourceProperty("options", settings.getObject().options());
                    pool.addDataSourceProperty("tcpKeepAlive", "true");
                    // A batch of inserts goes as a few statements with many rows each.
                    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
                }
                return bean;
            }
        };
    }

    @Bean
    LongWork longWork() {
        return new LongWork(Duration.ofSeconds(1));
    }

    @Bean
    QuickCommit quickCommit(JdbcTemplate jdbc) {
        return () -> jdbc.execute("set local synchronous_commit = off");
    }

    @Bean
    TableStatistics tableStatistics(JdbcTemplate jdbc) {
        return tables -> jdbc.execute("analyze " + String.join(", ", tables));
    }

    /** Connections of its own: an index over a large table takes longer than any statement of the server may. */
    @Bean
    FlywayConfigurationCustomizer unlimitedMigrations(JdbcConnectionDetails database, PostgresSettings settings) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .initSql("set lock_timeout = " + settings.migrationLock().toMillis());
    }
}
