package vn.tiepdon.server.history;

import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** Writes down the visits of this hospital's rooms, and corrects them. */
@Repository
public class Visits {

    private final JdbcClient jdbc;
    private final VisitRowsWriter writer;
    private final ClinicalRecords records;
    private final ChronicProgrammes programmes;
    private final RecordIds ids;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Facilities facilities;
    private final HospitalClock clock;

    Visits(
            JdbcClient jdbc,
            VisitRowsWriter writer,
            ClinicalRecords records,
            ChronicProgrammes programmes,
            RecordIds ids,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Facilities facilities,
            HospitalClock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.records = records;
        this.programmes = programmes;
        this.ids = ids;
        this.audit = audit;
        this.publisher = publisher;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * Writes a visit in the caller's transaction and tells whoever listens. The day of the next visit becomes also the
     * one that the kiosk knows of the programmes that meet in this clinic.
     *
     * @return the visit's id
     * @throws org.springframework.dao.DuplicateKeyException when the number has a visit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(StaffMember by, String source, NewVisit visit) {
        Visit written = new Visit(
                ids.next(), visit.patient(), visit.clinic(), visit.day(), Optional.empty(), visit.details(), 1);
        writer.insert(by.facility(), List.of(written), Set.of());
        visit.ticket().ifPresent(ticket -> answer(by.facility(), ticket, written.id()));
        follow(by, source, "visit.record", written);
        return written.id();
    }

    /** Nothing is to be written about this number, says whoever saw the patient. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveUnwritten(StaffMember by, UUID ticket) {
        answer(by.facility(), ticket, null);
    }

    /** Which of these numbers nobody has said anything about. */
    public Set<UUID> unanswered(FacilityId facility, Collection<UUID> tickets) {
        Set<UUID> open = new HashSet<>(tickets);
        if (!open.isEmpty()) {
            jdbc.sql("select ticket_id from visit_ticket where (facility_id, ticket_id) in (:tickets)")
                    .param(
                            "tickets",
                            Keys.of(
                                    facility.value(),
                                    tickets.stream().map(UUID::toString).toList()))
                    .query(String.class)
                    .list()
                    .forEach(it -> open.remove(UUID.fromString(it)));
        }
        return open;
    }

    /** Until its day is over whoever works in a room may correct a visit, and an administrator always. */
    public boolean mayCorrect(StaffMember by, Visit visit) {
        return by.roles().contains(Role.ADMIN)
                || by.roles().contains(Role.ROOM)
                        && visit.day()
                                .equals(clock.today(facilities.get(by.facility()))
                                        .date());
    }

    /**
     * Puts other details in the place of a visit's own. What another system told by itself stays as it is.
     *
     * @param seen as it was when the page was made
     */
    @Transactional
    public Corrected correct(StaffMember by, String source, Visit seen, VisitDetails details) {
        if (!mayCorrect(by, seen)) {
            return Corrected.TOO_LATE;
        }
        Visit next = new Visit(
                seen.id(), seen.patient(), seen.clinic(), seen.day(), seen.sourceId(), details, seen.version() + 1);
        if (!writer.replace(by.facility(), List.of(next), details.sources())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Corrected.STALE;
        }
        follow(by, source, "visit.correct", next);
        return Corrected.DONE;
    }

    /** The visit of a number, or of none of them. */
    public Optional<Visit> ofTicket(FacilityId facility, UUID ticket) {
        return jdbc.sql("select visit_id from visit_ticket where facility_id = :facility and ticket_id = :ticket"
                        + " and visit_id is not null")
                .param("facility", facility.value())
                .param("ticket", ticket.toString())
                .query(Long.class)
                .optional()
                .flatMap(id -> records.visit(facility, id));
    }

    private void answer(FacilityId facility, UUID ticket, Long visit) {
        jdbc.sql("insert into visit_ticket (facility_id, ticket_id, visit_id) values (:facility, :ticket, :visit)")
                .param("facility", facility.value())
                .param("ticket", ticket.toString())
                .param("visit", visit, Types.BIGINT)
                .update();
    }

    private void follow(StaffMember by, String source, String action, Visit visit) {
        programmes.follow(by.facility(), visit);
        audit.append(new AuditEntry(by.facility(), by.login(), source, action, "visit " + visit.id(), "ok"));
        if (!visit.details().diagnosis().sensitive()) {
            publisher.publishEvent(new VisitRecorded(by.facility(), visit.patient(), visit.id()));
        }
    }
}
