package vn.tiepdon.server.database;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code spring.datasource.url} leads to H2. */
final class OnH2Condition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String url = context.getEnvironment().getProperty("spring.datasource.url");
        return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2;
    }
}
