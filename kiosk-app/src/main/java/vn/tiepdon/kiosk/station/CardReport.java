package vn.tiepdon.kiosk.station;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;

/**
 * A card's content as page, terminal and JSON show it: the most urgent first, days counted, nothing that the hospital has
 * not signed.
 *
 * @param today the day that everything is counted from
 * @param visits the latest first
 */
public record CardReport(
        LocalDate today, Holder holder, Emergency emergency, Medication medication, List<Visit> visits) {

    /**
     * @param born {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
     * @param sex a name of {@link vn.tiepdon.card.Sex}
     * @param expired whether today lies outside the card's validity
     */
    public record Holder(
            String fullName,
            String born,
            String sex,
            String hospitalCode,
            String facility,
            LocalDate validTo,
            boolean expired) {}

    /** Whether there is a record, and whether the hospital signed it for this card. */
    public enum Word {
        SIGNED,
        ABSENT,
        DOUBTFUL
    }

    /**
     * @param fault why it is doubtful; null otherwise
     * @param asOf null unless signed; so is whatever follows
     * @param ageDays of what is said
     */
    public record Emergency(
            Word word,
            FaultCode fault,
            LocalDate asOf,
            Long ageDays,
            String bloodGroup,
            List<Allergy> allergies,
            List<Chronic> chronic,
            List<Contact> contacts) {}

    public record Allergy(String substance, Severity severity) {}

    /** @param since null when nobody knows */
    public record Chronic(String icd10, String name, LocalDate since) {}

    /** @param relation null when nobody knows */
    public record Contact(String name, String telephone, String relation) {}

    public record Medication(Word word, FaultCode fault, LocalDate asOf, Long ageDays, List<Drug> drugs) {}

    /** @param daysLeft today included; 0 or less when the supply is used up, more than {@code days} before it begins */
    public record Drug(String name, String dosage, LocalDate from, int days, long daysLeft) {}

    /** @param ageDays null unless signed, like all that follows the fault */
    public record Visit(
            Word word,
            FaultCode fault,
            LocalDate day,
            Long ageDays,
            String facility,
            String clinic,
            List<String> diagnoses,
            LocalDate nextVisit) {}

    @Override
    public String toString() {
        return "CardReport[…]";
    }
}
