package vn.tiepdon.kiosk.device;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.api.kiosk.HistorySummary;

/**
 * A visit as the patient card tells it, signed by the hospital for this very card.
 *
 * @param facility where it was, five characters (mã CSKCB)
 * @param diagnoses ICD-10, the main one first, at least one
 */
public record CardVisit(LocalDate day, String facility, String clinic, List<String> diagnoses) {

    public CardVisit {
        diagnoses = List.copyOf(diagnoses);
    }

    /**
     * Whether the server tells of it too: the same day at our own hospital, with the same clinic or the same main
     * diagnosis, because a clinic may have got another name since.
     */
    public boolean isIn(HistorySummary history, String ourFacility) {
        return facility.equals(ourFacility)
                && history.visits().stream()
                        .filter(told -> told.day().equals(day))
                        .anyMatch(told -> clinic.equals(told.clinic().vi())
                                || diagnoses.get(0).equals(told.diagnosisCode()));
    }

    @Override
    public String toString() {
        return "CardVisit[…]";
    }
}
