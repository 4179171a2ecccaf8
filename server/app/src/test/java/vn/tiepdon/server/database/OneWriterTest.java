package vn.tiepdon.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class OneWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IMPATIENCE = Duration.ofMillis(20);
    private static final long A_WHILE_MILLIS = 100;

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:one-writer;DB_CLOSE_DELAY=-1", "sa", "");
    private final WriteLock writing = new WriteLock();
    private final JdbcClient patient = JdbcClient.create(new OneWriterJdbcTemplate(database, writing, PATIENCE));
    private final JdbcClient impatient = JdbcClient.create(new OneWriterJdbcTemplate(database, writing, IMPATIENCE));
    private final TransactionTemplate transaction = template(PATIENCE);

    @BeforeEach
    void makeTable() {
        patient.sql("create table number (n int)").update();
    }

    @AfterEach
    void dropAll() {
        patient.sql("drop all objects").update();
        database.dispose();
    }

    @Test
    void whatIsWrittenAloneWaitsForTheTransactionOfAnother() throws Exception {
        CompletableFuture<Void> other = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            insert(patient, 1);
            other.completeAsync(() -> {
                insert(patient, 2);
                return null;
            });
            assertThatThrownBy(() -> other.get(A_WHILE_MILLIS, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
        });
        other.get(10, TimeUnit.SECONDS);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aTransactionThatIsRolledBackLetsTheNextOneIn() throws Exception {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    insert(patient, 1);
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);
        CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> insert(patient, 2)))
                .get(10, TimeUnit.SECONDS);
        assertThat(rows()).isOne();
    }

    @Test
    void aStatementThatFailsLetsTheNextOneIn() throws Exception {
        assertThatThrownBy(
                () -> patient.sql("insert into number values ('seven')").update());
        CompletableFuture.runAsync(() -> insert(impatient, 1)).get(10, TimeUnit.SECONDS);
        assertThat(rows()).isOne();
    }

    @Test
    void whoeverWaitsTooLongIsToldThatTheServerIsBusy() {
        transaction.executeWithoutResult(status -> {
            insert(patient, 1);
            assertThat(CompletableFuture.runAsync(() -> insert(impatient, 2)))
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(CannotAcquireLockException.class);
            assertThat(CompletableFuture.runAsync(
                            () -> template(IMPATIENCE).executeWithoutResult(inner -> insert(patient, 3))))
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(CannotCreateTransactionException.class);
        });
        assertThat(rows()).isOne();
    }

    @Test
    void readersWaitForNobody() {
        TransactionTemplate reading = template(IMPATIENCE);
        reading.setReadOnly(true);
        transaction.executeWithoutResult(status -> {
            insert(patient, 1);
            assertThat(CompletableFuture.supplyAsync(this::rows)).succeedsWithin(PATIENCE);
            assertThat(CompletableFuture.supplyAsync(() -> reading.execute(inner -> rows())))
                    .succeedsWithin(PATIENCE);
        });
    }

    @Test
    void aTransactionInsideAnotherDoesNotWaitForItself() {
        TransactionTemplate inner = template(IMPATIENCE);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            insert(patient, 1);
            inner.executeWithoutResult(within -> insert(impatient, 2));
        });
        assertThat(rows()).isEqualTo(2);
    }

    private TransactionTemplate template(Duration patience) {
        return new TransactionTemplate(new OneWriterTransactionManager(database, writing, patience));
    }

    private static void insert(JdbcClient jdbc, int n) {
        jdbc.sql("insert into number values (:n)").param("n", n).update();
    }

    private int rows() {
        return patient.sql("select count(*) from number").query(Integer.class).single();
    }
}
