package vn.tiepdon.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;

@OnH2
class WritersOnH2Test {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcOperations statements;

    @Test
    void takeTurns() {
        assertThat(transactions).isInstanceOf(OneWriterTransactionManager.class);
        assertThat(statements).isInstanceOf(OneWriterJdbcTemplate.class);
    }
}

@OnPostgres
class WritersOnPostgresTest {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcOperations statements;

    @Test
    void writeSideBySide() {
        assertThat(transactions).isNotInstanceOf(OneWriterTransactionManager.class);
        assertThat(statements).isNotInstanceOf(OneWriterJdbcTemplate.class);
    }
}
