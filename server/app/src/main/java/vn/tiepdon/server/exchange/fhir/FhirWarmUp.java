package vn.tiepdon.server.exchange.fhir;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.device.Devices;
import vn.tiepdon.server.fault.Incident;

/**
 * Where a system has asked before, the library is loaded before it asks again: on one thread, and when the kiosks have had
 * the first half minute for themselves. Where none has, nothing is loaded.
 */
@Component
class FhirWarmUp {

    private static final Logger log = LoggerFactory.getLogger(FhirWarmUp.class);

    private static final int AFTER_SECONDS = 30;

    private final Devices devices;
    private final FhirMaker maker;
    private final FhirSettings settings;

    FhirWarmUp(Devices devices, FhirMaker maker, FhirSettings settings) {
        this.devices = devices;
        this.maker = maker;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        boolean wanted =
                switch (settings.warmUp()) {
                    case AUTO -> devices.anyFhirClient();
                    case ALWAYS -> true;
                    case NEVER -> false;
                };
        if (wanted) {
            Executor later = CompletableFuture.delayedExecutor(AFTER_SECONDS, TimeUnit.SECONDS, FhirWarmUp::aside);
            later.execute(this::load);
        }
    }

    void load() {
        try {
            FhirServer.rehearse(maker.get());
        } catch (RuntimeException broken) {
            log.warn("FHIR was not warmed up: {}", Incident.describe(broken));
        }
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "fhir-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }
}
