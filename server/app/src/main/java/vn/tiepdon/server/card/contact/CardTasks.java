package vn.tiepdon.server.card.contact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.register.CardNews;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.MedicalDataChanged;
import vn.tiepdon.server.history.MedicalRecords;
import vn.tiepdon.server.history.VisitRecorded;
import vn.tiepdon.server.history.VisitsTakenIn;
import vn.tiepdon.server.patient.PatientId;

/**
 * What cards have still to be told, made in the transaction that changes a record: either both are there or neither. Of
 * an untold card at most one task about its records and as many about visits as its log has room for are kept.
 */
@Repository
public class CardTasks {

    /** What the ring in the card holds. */
    static final int VISITS = 24;

    private final JdbcClient jdbc;
    private final CardRegister register;
    private final CardNews news;
    private final MedicalRecords records;
    private final HospitalClock clock;

    CardTasks(JdbcClient jdbc, CardRegister register, CardNews news, MedicalRecords records, HospitalClock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.news = news;
        this.records = records;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void visitRecorded(VisitRecorded event) {
        news.turn(event.facility(), event.patient());
        register.lockInForce(event.facility(), event.patient())
                .ifPresent(card -> addVisit(event.facility(), card.id(), event.visitId()));
    }

    /** Of many visits that come at once a card is told the latest: an old one must not push a newer one out of its log. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void visitsTakenIn(VisitsTakenIn event) {
        FacilityId facility = event.facility();
        Map<PatientId, Set<Long>> told = event.visits().stream()
                .collect(groupingBy(VisitRecorded::patient, mapping(VisitRecorded::visitId, toSet())));
        for (PatientId patient : register.withCard(facility, told.keySet())) {
            register.lockInForce(facility, patient)
                    .ifPresent(card -> records.latestVisits(facility, patient, VISITS).stream()
                            .filter(told.get(patient)::contains)
                            .forEach(visit -> addVisit(facility, card.id(), visit)));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordsChanged(MedicalDataChanged event) {
        news.add(event.facility(), event.patient());
        register.lockInForce(event.facility(), event.patient())
                .ifPresent(card -> addRecords(event.facility(), card.id()));
    }

    /**
     * All that a card may not have which has just become valid.
     *
     * @param recordsChanged since it was prepared
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(FacilityId facility, RegisteredCard card, boolean recordsChanged) {
        if (recordsChanged) {
            addRecords(facility, card.id());
        }
        records.latestVisits(facility, card.patient(), VISITS).forEach(visit -> addVisit(facility, card.id(), visit));
    }

    /** An older task about the records is left out: when the card is told, they are as they are then. */
    private void addRecords(FacilityId facility, CardId card) {
        bind(facility, card, """
                delete from card_task
                where facility_id = :facility and card_id = :card and told_at is null and visit_id is null""").update();
        add(facility, card, Optional.empty());
    }

    /**
     * The visit that the card's log would lose first is left out when there are more than it holds. One that is to be
     * told anyway is told as it is then.
     */
    private void addVisit(FacilityId facility, CardId card, long visit) {
        List<CardTask> untold = untold(facility, card).stream()
                .filter(task -> task.visit().isPresent())
                .toList();
        if (untold.stream().anyMatch(task -> task.visit().get() == visit)) {
            return;
        }
        if (untold.size() >= VISITS) {
            bind(facility, card, """
                    delete from card_task
                    where facility_id = :facility and card_id = :card and revision = :oldest""").param("oldest", untold.get(0).revision()).update();
        }
        add(facility, card, Optional.of(visit));
    }

    private void add(FacilityId facility, CardId id, Optional<Long> visit) {
        RegisteredCard card = register.lock(facility, id).orElseThrow();
        long revision = card.lastRevision() + 1;
        register.changeRevisions(facility, id, card.revision(), revision);
        insert(facility, id, revision, visit, clock.now());
    }

    /** Untold, the oldest first. */
    List<CardTask> untold(FacilityId facility, CardId card) {
        return bind(facility, card, """
                select revision, visit_id from card_task
                where facility_id = :facility and card_id = :card and told_at is null order by revision""")
                .query((row, n) -> new CardTask(
                        row.getLong("revision"), Optional.ofNullable(row.getObject("visit_id", Long.class))))
                .list();
    }

    /** The card has everything up to this revision. */
    void told(FacilityId facility, CardId card, long revision, Instant at) {
        bind(facility, card, """
                update card_task set told_at = :at
                where facility_id = :facility and card_id = :card and told_at is null and revision <= :revision""")
                .param("revision", revision)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A card knows of revisions that this register never gave: it was restored from a backup. What is untold gets new
     * ones above them, or the card would never take it.
     *
     * @return the newest revision that the card is to have now
     */
    long moveAbove(FacilityId facility, CardId card, long revision, Instant at) {
        List<CardTask> untold = untold(facility, card);
        bind(facility, card, """
                delete from card_task where facility_id = :facility and card_id = :card and told_at is null""").update();
        long next = revision;
        for (CardTask task : untold) {
            insert(facility, card, ++next, task.visit(), at);
        }
        return next;
    }

    private void insert(FacilityId facility, CardId card, long revision, Optional<Long> visit, Instant at) {
        bind(facility, card, """
                insert into card_task (facility_id, card_id, revision, visit_id, made_at)
                values (:facility, :card, :revision, :visit, :at)""")
                .param("revision", revision)
                .param("visit", visit.orElse(null), Types.BIGINT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec bind(FacilityId facility, CardId card, String sql) {
        return jdbc.sql(sql).param("facility", facility.value()).param("card", card.hex());
    }
}
