package vn.tiepdon.server.exchange.hl7;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Who may talk. MLLP knows no login: an address, a certificate or both say which enrolled system it is, and MSH-3 where
 * several have them in common.
 */
@Component
class SenderGate {

    private static final Logger log = LoggerFactory.getLogger(SenderGate.class);

    /** Whoever knocks again and again is put on record once in a while. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int MOST_NOTED = 1_000;

    private final Partners partners;
    private final AuditTrail audit;
    private final HospitalClock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    SenderGate(Partners partners, AuditTrail audit, HospitalClock clock) {
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param certificate SHA-256 as hex of what was shown; empty when nothing was */
    boolean knows(String address, String certificate) {
        boolean known = partners.all().stream().anyMatch(it -> it.mayTalkFrom(address, certificate));
        if (!known) {
            note(address);
        }
        return known;
    }

    /** The one whose message it is; empty when it is nobody's, or could be that of two. */
    Optional<Partner> of(String address, String certificate, Header header) {
        List<Partner> fitting = partners.all().stream()
                .filter(it -> it.mayTalkFrom(address, certificate) && it.calledBy(header))
                .toList();
        if (fitting.size() != 1) {
            note(address);
            return Optional.empty();
        }
        return Optional.of(fitting.get(0));
    }

    /** In the trail of every hospital that somebody may talk to: whom was meant is not known. */
    private void note(String address) {
        Instant now = clock.now();
        Instant before = noted.get(address);
        if (before != null && before.plus(NOTED_EVERY).isAfter(now)) {
            return;
        }
        if (noted.size() >= MOST_NOTED) {
            noted.clear();
        }
        noted.put(address, now);
        log.warn("HL7: a sender that is not known was refused");
        try {
            audit.append(partners.all().stream()
                    .map(Partner::hospital)
                    .distinct()
                    .map(hospital -> entry(hospital, address))
                    .toList());
        } catch (DataAccessException | TransactionException notWritten) {
            log.warn(
                    "HL7: a refusal is not on record: {}", notWritten.getClass().getSimpleName());
        }
    }

    private static AuditEntry entry(FacilityId hospital, String address) {
        return new AuditEntry(hospital, "unknown", address, "hl7.connect", "", FaultCode.HL7_SENDER_UNKNOWN.mark());
    }
}
