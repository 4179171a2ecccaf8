package vn.tiepdon.server.room;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.appointment.Actor;
import vn.tiepdon.server.appointment.NextVisits;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Corrected;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.staff.StaffMember;

/**
 * Corrects a visit, and the place that it keeps for the next one with it, in one transaction. A visit after which the
 * patient has been to the clinic again keeps no place any more, and its correction moves none.
 */
@Component
class CorrectedVisits {

    private static final int LATEST = 10;

    private final Visits visits;
    private final ClinicalRecords records;
    private final NextVisits nextVisits;
    private final TransactionTemplate transaction;

    CorrectedVisits(
            Visits visits, ClinicalRecords records, NextVisits nextVisits, PlatformTransactionManager transactions) {
        this.visits = visits;
        this.records = records;
        this.nextVisits = nextVisits;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param seen as it was when the page was made */
    Corrected correct(StaffMember staff, String source, Visit seen, VisitDetails details) {
        return transaction.execute(status -> {
            Corrected outcome = visits.correct(staff, source, seen, details);
            Optional<LocalDate> next = details.next();
            if (outcome == Corrected.DONE && !next.equals(seen.details().next()) && isTheLastOfItsClinic(staff, seen)) {
                Actor actor = Actor.of(staff, source);
                next.ifPresentOrElse(
                        day -> nextVisits.expect(
                                staff.facility(), seen.patient(), seen.clinic(), seen.day(), day, actor),
                        () -> nextVisits.giveBack(staff.facility(), seen.patient(), seen.clinic(), seen.day(), actor));
            }
            return outcome;
        });
    }

    private boolean isTheLastOfItsClinic(StaffMember staff, Visit visit) {
        return records.visits(staff.facility(), visit.patient(), LATEST).stream()
                .filter(it -> it.clinic().equals(visit.clinic()))
                .noneMatch(it -> it.day().isAfter(visit.day()));
    }
}
