package vn.tiepdon.kiosk.flow;

import java.util.List;
import java.util.Set;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.device.CardVisit;

/**
 * All that the kiosk knows of the one patient in front of it. Gone with the state that holds it.
 *
 * @param card visits that the patient's card told of
 * @param declared what the patient says in order to go first
 */
public record Visit(
        Presentation shown, Identification identification, List<CardVisit> card, Set<PriorityClaim> declared) {

    public Visit {
        card = List.copyOf(card);
        declared = Set.copyOf(declared);
    }

    public Visit(Presentation shown, Identification identification) {
        this(shown, identification, List.of(), Set.of());
    }

    /** What this patient may say in order to go first; nothing when age says it already. */
    public Set<PriorityClaim> mayDeclare() {
        return identification.person().mayDeclare();
    }

    public boolean typed() {
        return shown instanceof Presentation.TypedNumber;
    }

    public boolean proven() {
        return identification instanceof Identification.Proven;
    }

    /** Whether a new insurance card was issued, and whether it is used is the patient's word. */
    boolean hasNewCard() {
        Coverage coverage = identification.coverage();
        return coverage != null && coverage.standing() == Coverage.Standing.NEW_CARD && coverage.id() != null;
    }

    /** The number as it is printed: with what is said of insurance. */
    Ticket onPaper(Ticket ticket) {
        Coverage coverage = identification.coverage();
        return coverage == null ? ticket : ticket.saying(coverage.paper());
    }

    /** The patient's visits, the latest first; none of somebody who only claims to be this patient. */
    public List<PastVisit> past(String ourFacility) {
        return identification instanceof Identification.Proven proven
                ? PastVisits.merge(proven.history(), card, ourFacility)
                : List.of();
    }

    Visit with(List<CardVisit> told) {
        return new Visit(shown, identification, told, declared);
    }

    Visit declaring(Set<PriorityClaim> claims) {
        return new Visit(shown, identification, card, claims);
    }

    /** The same visit with other clinics. */
    Visit offering(List<ClinicOption> clinics) {
        return new Visit(shown, identification.offering(clinics), card, declared);
    }

    boolean anyClinicOpen() {
        return identification.clinics().stream().anyMatch(clinic -> clinic.state() == ClinicOption.State.OPEN);
    }

    @Override
    public String toString() {
        return "Visit[…]";
    }
}
