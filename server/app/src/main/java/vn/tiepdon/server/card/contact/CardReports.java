package vn.tiepdon.server.card.contact;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Enters in the register what a card says that it holds now. */
@Service
public class CardReports {

    private static final List<CardRole> ROLES = List.of(CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING);

    private static final long HIGHEST_REVISION = 0xFFFF_FFFFL;

    /** How far a card may be ahead of a register that was restored from a backup. */
    private static final int FARTHEST_AHEAD = 10_000;

    private final CardRegister register;
    private final CardTasks tasks;
    private final CardMasters masters;
    private final ReportedVisits visits;
    private final HospitalClock clock;

    CardReports(
            CardRegister register, CardTasks tasks, CardMasters masters, ReportedVisits visits, HospitalClock clock) {
        this.register = register;
        this.tasks = tasks;
        this.masters = masters;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction. Reports that overtake each other do no harm: nothing goes down.
     *
     * @throws CardContactException when no card says this
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(FacilityId facility, CardId id, CardContactReport report) {
        RegisteredCard card = register.lock(facility, id).orElseThrow();
        require(report.revision() >= 0 && report.revision() <= HIGHEST_REVISION, "revision");
        require(report.revision() <= card.lastRevision() + FARTHEST_AHEAD, "revision far ahead");
        List<KeyVersion> versions = versions(report);
        if (report.revision() > card.lastRevision()) {
            long last = tasks.moveAbove(facility, id, report.revision(), clock.now());
            register.changeRevisions(facility, id, report.revision(), last);
        } else if (report.revision() > card.revision()) {
            tasks.told(facility, id, report.revision(), clock.now());
            register.changeRevisions(facility, id, report.revision(), card.lastRevision());
        }
        versions.forEach(version -> register.raiseKeys(facility, id, version));
        visits.take(facility, card, report.visits());
    }

    /** None of an ended card, which has lost its keys. */
    private List<KeyVersion> versions(CardContactReport report) {
        List<Integer> codes = report.keyVersions();
        if (codes == null || codes.stream().allMatch(code -> code != null && code == 0)) {
            return List.of();
        }
        require(codes.size() == ROLES.size() && !codes.contains(null), "key versions");
        try {
            List<KeyVersion> versions = codes.stream().map(KeyVersion::ofCode).toList();
            require(versions.stream().map(KeyVersion::role).toList().equals(ROLES), "roles of key versions");
            // A generation that nobody holds would shut the card out of every later one.
            require(versions.stream().allMatch(masters::holds), "generations that nobody holds");
            return versions;
        } catch (IllegalArgumentException noVersion) {
            throw new CardContactException(FaultCode.REQUEST_INVALID, "key versions");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new CardContactException(FaultCode.REQUEST_INVALID, what);
        }
    }
}
