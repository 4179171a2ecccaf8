package vn.tiepdon.server.database;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code spring.datasource.url} leads to PostgreSQL. */
final class OnPostgresCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String url = context.getEnvironment().getProperty("spring.datasource.url");
        return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL;
    }
}
