package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets other systems in from the server's start to its end, where that is switched on. */
@Component
class Hl7Listener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Hl7Listener.class);

    private final Hl7Settings settings;
    private final SenderGate gate;
    private final Hl7Intake intake;
    private MllpServer server;

    Hl7Listener(Hl7Settings settings, SenderGate gate, Hl7Intake intake) {
        this.settings = settings;
        this.gate = gate;
        this.intake = intake;
    }

    /** A server that cannot listen does not start: nobody would notice that messages are missing. */
    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        try {
            server = MllpServer.start(settings, gate, intake, Tls.listening(settings));
            log.info("HL7 at port {}{}", server.port(), settings.keystore().isEmpty() ? ", without TLS" : "");
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("cannot listen for HL7 at port " + settings.port(), failed);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
