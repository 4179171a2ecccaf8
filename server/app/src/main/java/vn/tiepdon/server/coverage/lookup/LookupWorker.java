package vn.tiepdon.server.coverage.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.InsuranceGateway;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.Patients;

/** The one thread of this server that asks again what nobody has answered; several servers share the questions. */
@Component
class LookupWorker implements SmartLifecycle {

    static final String ACTOR = "server";

    private static final Logger log = LoggerFactory.getLogger(LookupWorker.class);

    private static final int LOOKED_AT = 50;
    private static final long STOPS_WITHIN_MILLIS = 8_000;
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final UUID me = UUID.randomUUID();
    private final CheckTable checks;
    private final Lookups lookups;
    private final GatewayAccounts accounts;
    private final InsuranceGateway gateway;
    private final Patients patients;
    private final HospitalClock clock;
    private final CoverageSettings settings;
    private volatile boolean running;
    private Thread thread;

    LookupWorker(
            CheckTable checks,
            Lookups lookups,
            GatewayAccounts accounts,
            InsuranceGateway gateway,
            Patients patients,
            HospitalClock clock,
            CoverageSettings settings) {
        this.checks = checks;
        this.lookups = lookups;
        this.accounts = accounts;
        this.gateway = gateway;
        this.patients = patients;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::work, "insurance");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        try {
            // Never interrupted: H2 closes its file when a thread that writes is.
            thread.join(STOPS_WITHIN_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                boolean more = true;
                while (running && more) {
                    more = look();
                }
            } catch (RuntimeException failure) {
                log.warn(
                        "questions to the insurance pause: {}",
                        failure.getClass().getName());
            }
            rest();
        }
    }

    /** @return whether there may be more to do at once */
    private boolean look() {
        int done = 0;
        List<CoverageCheck> due = checks.due(clock.now(), LOOKED_AT);
        for (CoverageCheck check : due) {
            if (running && asked(check)) {
                done++;
                pace();
            }
        }
        return done == LOOKED_AT;
    }

    private boolean asked(CoverageCheck check) {
        Optional<GatewayAccount> account = accounts.of(check.facility());
        if (account.isEmpty() || !gateway.open(account.get())) {
            return false;
        }
        Instant now = clock.now();
        Optional<Patient> patient = patients.find(check.facility(), check.patient());
        if (patient.isEmpty()
                || !checks.take(check, me, now, now.plus(settings.patience()).plus(SPARE))) {
            return false;
        }
        lookups.askAgain(account.get(), check, patient.get(), settings.patience());
        return true;
    }

    /** Never faster than the gateway is to be asked in the background. */
    private synchronized void pace() {
        waitFor(1_000L / settings.laterPerSecond() + 1);
    }

    private synchronized void rest() {
        waitFor(settings.look().toMillis());
    }

    private void waitFor(long millis) {
        try {
            if (running) {
                wait(millis);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
