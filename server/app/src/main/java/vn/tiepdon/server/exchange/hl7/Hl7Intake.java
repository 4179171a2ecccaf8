package vn.tiepdon.server.exchange.hl7;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Failure;
import vn.tiepdon.server.fault.Incident;

/**
 * Carries messages out, each in one transaction with the answer that is kept for it. What was refused did nothing, and
 * is tried anew when it is sent again: meanwhile somebody at the desk may have cleared the doubt.
 */
@Component
class Hl7Intake {

    private static final Logger log = LoggerFactory.getLogger(Hl7Intake.class);

    private static final int ATTEMPTS = 4;
    private static final int SECONDS = 20;

    private final SenderGate gate;
    private final Partners partners;
    private final ReceivedMessages received;
    private final PatientDeeds people;
    private final AppointmentDeeds appointments;
    private final MessageOrigin origin;
    private final AuditTrail audit;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;
    /** The library is loaded by the first message. */
    private MessageParser parser;

    Hl7Intake(
            SenderGate gate,
            Partners partners,
            ReceivedMessages received,
            PatientDeeds people,
            AppointmentDeeds appointments,
            MessageOrigin origin,
            AuditTrail audit,
            Facilities facilities,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.gate = gate;
        this.partners = partners;
        this.received = received;
        this.people = people;
        this.appointments = appointments;
        this.origin = origin;
        this.audit = audit;
        this.facilities = facilities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(SECONDS);
    }

    /**
     * @param certificate SHA-256 as hex of what the sender has shown; empty when nothing
     * @return empty when the sender wants to hear nothing
     */
    Optional<byte[]> answer(String address, String certificate, byte[] message) {
        Optional<Header> header = Header.of(message);
        Answer answer = header.isEmpty() ? unreadable() : answer(address, certificate, header.get(), message);
        return answer.wanted(header.orElse(null)) ? Optional.of(answer.bytes()) : Optional.empty();
    }

    /** To what was too long to be taken. */
    byte[] tooLong(byte[] begun) {
        Hl7Refused why = Hl7Refused.rejected(ErrorCode.DATA_TYPE, FaultCode.HL7_TOO_LONG, "MSH^1");
        return Answer.refused(Header.of(begun).orElse(null), utc(), why).bytes();
    }

    private Answer unreadable() {
        Hl7Refused why = Hl7Refused.rejected(ErrorCode.SEGMENT_SEQUENCE, FaultCode.HL7_UNREADABLE, "MSH^1");
        return Answer.refused(null, utc(), why);
    }

    private Answer answer(String address, String certificate, Header header, byte[] message) {
        Optional<Partner> from = gate.of(address, certificate, header);
        if (from.isEmpty()) {
            Hl7Refused why = Hl7Refused.rejected(ErrorCode.KEY_UNKNOWN, FaultCode.HL7_SENDER_UNKNOWN, "MSH^1^3");
            return Answer.refused(header, utc(), why);
        }
        Sender sender = new Sender(from.get(), facilities.get(from.get().hospital()), address);
        OffsetDateTime now = sender.facility().localAt(clock.now());
        try {
            WishReader.demandKnown(header);
            Wish wish = WishReader.read(header, parser().segments(Letters.of(message, header)), sender.facility());
            String hash = hash(message);
            Answer answer = origin.from(sender.partner(), () -> patiently(() -> once(sender, header, hash, wish, now)));
            partners.heard(sender.partner());
            return answer;
        } catch (Hl7Refused refused) {
            return refused(sender, header, refused, now);
        } catch (RuntimeException failure) {
            return refused(sender, header, behind(failure), now);
        }
    }

    private Answer once(Sender sender, Header header, String hash, Wish wish, OffsetDateTime now) {
        Optional<ReceivedMessages.Kept> before = received.find(sender.partner(), header);
        if (before.isPresent()) {
            if (!before.get().hash().equals(hash)) {
                throw Hl7Refused.rejected(ErrorCode.KEY_DUPLICATE, FaultCode.HL7_MESSAGE_CHANGED, "MSH^1^10");
            }
            return Answer.again(before.get().answer());
        }
        Deed deed = carryOut(sender, wish);
        Answer answer = deed.remark()
                .map(remark -> Answer.accepted(header, now, remark))
                .orElseGet(() -> Answer.accepted(header, now));
        received.add(sender.partner(), header, hash, answer, clock.now());
        audit.append(entry(sender, header, deed.object(), "ok"));
        return answer;
    }

    private Deed carryOut(Sender sender, Wish wish) {
        if (wish instanceof Wish.Register it) {
            return people.register(sender, it.person());
        }
        if (wish instanceof Wish.Amend it) {
            return people.amend(sender, it.person());
        }
        if (wish instanceof Wish.Merge it) {
            return people.merge(sender, it.pairs());
        }
        if (wish instanceof Wish.Book it) {
            return appointments.book(sender, it);
        }
        if (wish instanceof Wish.Move it) {
            return appointments.move(sender, it);
        }
        if (wish instanceof Wish.Cancel it) {
            return appointments.cancel(sender, it);
        }
        return appointments.missed(sender, (Wish.NoShow) wish);
    }

    /** Of two who carry the same message, or the same number, the second looks again. */
    private Answer patiently(Supplier<Answer> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (DuplicateKeyException | TransientDataAccessException inTheWay) {
                if (attempt == ATTEMPTS) {
                    throw inTheWay;
                }
            }
        }
    }

    private Answer refused(Sender sender, Header header, Hl7Refused why, OffsetDateTime now) {
        log.info("HL7 {} refused: {}", sender.name(), why.getMessage());
        try {
            audit.append(entry(sender, header, why.location(), why.code().mark()));
        } catch (DataAccessException | TransactionException notWritten) {
            log.warn(
                    "HL7: a refusal is not on record: {}", notWritten.getClass().getSimpleName());
        }
        return Answer.refused(header, now, why);
    }

    private static Hl7Refused behind(RuntimeException failure) {
        Failure behind = Failure.behind(failure);
        if (behind.code() == FaultCode.SERVER_FAULT) {
            log.error("incident {}: {}", UUID.randomUUID(), Incident.describe(failure));
        }
        ErrorCode error = behind.code() == FaultCode.SERVER_BUSY ? ErrorCode.RECORD_LOCKED : ErrorCode.INTERNAL;
        return Hl7Refused.rejected(error, behind.code(), "MSH^1");
    }

    private static AuditEntry entry(Sender sender, Header header, String object, String result) {
        return new AuditEntry(
                sender.facility().id(), sender.name(), sender.source(), "hl7." + header.type(), object, result);
    }

    private synchronized MessageParser parser() {
        if (parser == null) {
            parser = new MessageParser();
        }
        return parser;
    }

    private OffsetDateTime utc() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static String hash(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
