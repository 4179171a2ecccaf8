package vn.tiepdon.server.coverage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.lookup.CheckDesk;
import vn.tiepdon.server.coverage.lookup.CheckVerdicts;
import vn.tiepdon.server.coverage.lookup.Lookups;
import vn.tiepdon.server.coverage.lookup.NewCards;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;

/** Asks about a patient's insurance while others do the rest of the work. */
@Component
public class CoverageDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CoverageDesk.class);

    /** They wait for the gateway and hold nothing meanwhile; who comes when all are busy asks alone. */
    private static final int AT_ONCE = 64;

    private static final long IDLE_SECONDS = 30;
    /** Of the patience of a kiosk, for keeping the answer. */
    private static final Duration KEEPING = Duration.ofMillis(250);

    private final GatewayAccounts accounts;
    private final Lookups lookups;
    private final CheckVerdicts verdicts;
    private final CheckDesk checks;
    private final NewCards newCards;
    private final CoverageSettings settings;
    private final HospitalClock clock;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
                Thread thread = new Thread(work, "insurance-now");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    CoverageDesk(
            GatewayAccounts accounts,
            Lookups lookups,
            CheckVerdicts verdicts,
            CheckDesk checks,
            NewCards newCards,
            CoverageSettings settings,
            HospitalClock clock) {
        this.accounts = accounts;
        this.lookups = lookups;
        this.verdicts = verdicts;
        this.checks = checks;
        this.newCards = newCards;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param actor for whose sake the gateway is asked: a device or a login
     * @param proven whether the patient has proven who they are
     */
    public PendingCoverage ask(
            Facility facility, String actor, Patient patient, Presentation shown, boolean proven, LocalDate day) {
        long until = System.nanoTime() + settings.kioskPatience().toNanos();
        Optional<GatewayAccount> account = account(facility.id());
        if (account.isEmpty()) {
            return PendingCoverage.none();
        }
        AtomicBoolean late = new AtomicBoolean();
        boolean whole = proven || holds(shown);
        CompletableFuture<Optional<Coverage>> answer = CompletableFuture.supplyAsync(
                () -> lookups.ask(
                                account.get(),
                                patient,
                                shown,
                                day,
                                actor,
                                Duration.ofNanos(until - System.nanoTime()).minus(KEEPING),
                                late::get)
                        .map(check -> verdicts.of(check, facility, whole)),
                threads);
        answer.whenComplete((told, failed) -> {
            if (failed != null) {
                log.warn(
                        "a question to the insurance failed: {}",
                        failed.getCause().getClass().getName());
            }
        });
        return new PendingCoverage(answer, late, until, () -> verdicts.late(facility));
    }

    /**
     * Whether the patient has the card itself in hand: its chip was opened with what is printed on it, or the whole of its
     * code was shown. Neither proves who they are, but no number that was overheard, found or guessed does as much.
     */
    private static boolean holds(Presentation shown) {
        return shown instanceof Presentation.CitizenChip
                || shown instanceof Presentation.CitizenCode
                || shown instanceof Presentation.InsuranceCode;
    }

    /** For somebody at the desk; nobody waits. */
    public void askLater(Facility facility, String actor, Patient patient) {
        atDesk(facility, actor, patient);
    }

    /** For somebody at the desk who waits as long as a patient at a kiosk would; an answer of today is asked for anew. */
    public void askNow(Facility facility, String actor, Patient patient) {
        LocalDate day = facility.businessDayAt(clock.now()).date();
        checks.latest(facility.id(), patient.id(), day).ifPresent(check -> checks.again(facility.id(), check.id()));
        atDesk(facility, actor, patient).await();
    }

    private PendingCoverage atDesk(Facility facility, String actor, Patient patient) {
        return ask(
                facility,
                actor,
                patient,
                new Presentation.TypedNumber(patient.hospitalCode()),
                true,
                facility.businessDayAt(clock.now()).date());
    }

    /** What the paper of a number says that was taken at the desk; empty for a hospital that asks no gateway. */
    public Optional<Text> paper(Facility facility, PatientId patient, LocalDate day) {
        return account(facility.id()).map(any -> verdicts.paper(checks.latest(facility.id(), patient, day), facility));
    }

    /** The patient says whether the card that was newly issued is used. */
    public void newCard(FacilityId facility, UUID check, boolean used) {
        newCards.said(facility, check, used);
    }

    private Optional<GatewayAccount> account(FacilityId facility) {
        try {
            return accounts.of(facility);
        } catch (RuntimeException unreadable) {
            log.warn(
                    "the insurance's account cannot be read: {}",
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
