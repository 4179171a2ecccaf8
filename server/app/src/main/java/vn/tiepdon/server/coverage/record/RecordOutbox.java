package vn.tiepdon.server.coverage.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.InsuranceGateway;
import vn.tiepdon.server.coverage.gateway.RecordGateway;
import vn.tiepdon.server.coverage.gateway.RecordReceipt;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * The one thread of this server that sends records, at least once and always under the same MA_LK; after 20 tries a person
 * has to look (the number is that of public programs).
 */
@Component
class RecordOutbox extends BackgroundWork {

    static final int MOST_TRIES = 20;

    private static final String ACTOR = "server";
    private static final int LOOKED_AT = 50;
    private static final int DOUBLINGS = 10;
    private static final Duration SPARE = Duration.ofSeconds(10);
    private static final Duration NOT_NOW = Duration.ofSeconds(5);

    private final UUID me = UUID.randomUUID();
    private final RecordTable records;
    private final RecordWriter writer;
    private final RecordSigner signer;
    private final RecordGateway gateway;
    private final InsuranceGateway guard;
    private final GatewayAccounts accounts;
    private final HospitalClock clock;
    private final CoverageSettings settings;

    RecordOutbox(
            RecordTable records,
            RecordWriter writer,
            RecordSigner signer,
            RecordGateway gateway,
            InsuranceGateway guard,
            GatewayAccounts accounts,
            HospitalClock clock,
            CoverageSettings settings) {
        super("insurance-records", settings.look());
        this.records = records;
        this.writer = writer;
        this.signer = signer;
        this.gateway = gateway;
        this.guard = guard;
        this.accounts = accounts;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    protected void round() {
        for (KeptRecord record : records.due(clock.now(), LOOKED_AT)) {
            if (isRunning() && send(record)) {
                pause(Duration.ofSeconds(1).dividedBy(settings.laterPerSecond()));
            }
        }
    }

    /** @return whether the gateway was asked */
    private boolean send(KeptRecord record) {
        Optional<GatewayAccount> account = accounts.of(record.facility());
        Instant now = clock.now();
        if (!records.take(record, me, now, now.plus(settings.patience()).plus(SPARE))) {
            return false;
        }
        if (account.isEmpty() || !guard.open(account.get()) || !signer.ready(record.facility())) {
            // One hospital's records that wait must not stand before another's that need not.
            records.putOff(record, me, now.plus(NOT_NOW));
            return false;
        }
        RecordReceipt receipt = gateway.send(
                account.get(),
                record.content().get(RecordField.MA_CSKCB),
                signer.signed(record.facility(), record.content()),
                record.id().toString(),
                settings.patience());
        if (receipt.calls().isEmpty()) {
            records.putOff(record, me, clock.now().plus(NOT_NOW));
            return false;
        }
        RecordState state = receipt.taken()
                ? RecordState.SENT
                : record.tries() + 1 >= MOST_TRIES ? RecordState.TASK : RecordState.READY;
        writer.tried(
                record,
                me,
                receipt,
                state,
                clock.now(),
                state == RecordState.READY ? clock.now().plus(until(record.tries())) : null,
                ACTOR);
        return true;
    }

    private Duration until(int tries) {
        Duration doubled = settings.firstRetry().multipliedBy(1L << Math.min(DOUBLINGS, tries));
        return doubled.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : doubled;
    }
}
