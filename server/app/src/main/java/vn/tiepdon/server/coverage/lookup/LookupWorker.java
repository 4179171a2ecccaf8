package vn.tiepdon.server.coverage.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.InsuranceGateway;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.Patients;

/** The one thread of this server that asks again what nobody has answered; several servers share the questions. */
@Component
class LookupWorker extends BackgroundWork {

    static final String ACTOR = "server";

    private static final int LOOKED_AT = 50;
    private static final Duration SPARE = Duration.ofSeconds(10);
    private static final Duration NOT_NOW = Duration.ofSeconds(5);

    private final UUID me = UUID.randomUUID();
    private final CheckTable checks;
    private final Lookups lookups;
    private final GatewayAccounts accounts;
    private final InsuranceGateway gateway;
    private final Patients patients;
    private final HospitalClock clock;
    private final CoverageSettings settings;

    LookupWorker(
            CheckTable checks,
            Lookups lookups,
            GatewayAccounts accounts,
            InsuranceGateway gateway,
            Patients patients,
            HospitalClock clock,
            CoverageSettings settings) {
        super("insurance", settings.look());
        this.checks = checks;
        this.lookups = lookups;
        this.accounts = accounts;
        this.gateway = gateway;
        this.patients = patients;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    protected void round() {
        boolean more = true;
        while (isRunning() && more) {
            more = look();
        }
    }

    /** @return whether there may be more to do at once */
    private boolean look() {
        int done = 0;
        List<CoverageCheck> due = checks.due(clock.now(), LOOKED_AT);
        for (CoverageCheck check : due) {
            if (isRunning() && asked(check)) {
                done++;
                pace();
            }
        }
        return done == LOOKED_AT;
    }

    private boolean asked(CoverageCheck check) {
        Optional<GatewayAccount> account = accounts.of(check.facility());
        Instant now = clock.now();
        if (account.isEmpty() || !gateway.open(account.get())) {
            // One hospital's questions that wait must not stand before another's that need not.
            checks.putOff(check, now.plus(NOT_NOW));
            return false;
        }
        Optional<Patient> patient = patients.find(check.facility(), check.patient());
        if (patient.isEmpty()
                || !checks.take(check, me, now, now.plus(settings.patience()).plus(SPARE))) {
            return false;
        }
        boolean asked = lookups.askAgain(account.get(), check, patient.get(), settings.patience());
        if (!asked) {
            checks.release(check, me, clock.now().plus(NOT_NOW));
        }
        return asked;
    }

    /** Never faster than the gateway is to be asked in the background. */
    private void pace() {
        pause(Duration.ofSeconds(1).dividedBy(settings.laterPerSecond()));
    }
}
