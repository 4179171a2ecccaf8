package vn.tiepdon.api.kiosk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.card.CardContact;

/**
 * The server's answer to a {@link Presentation}: everything the kiosk needs for the rest of the visit, in one round
 * trip. The type carries the level, so that a screen cannot show a record to somebody who only claimed a name.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "level")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Identification.Proven.class, name = "proven"),
    @JsonSubTypes.Type(value = Identification.Claimed.class, name = "claimed")
})
public sealed interface Identification {

    /** Names this identification in the check-in that follows; good for this device and this business day. */
    UUID id();

    Person person();

    /** All clinics of the house in the order in which to offer them, the suggested one first. */
    List<ClinicOption> clinics();

    /** Tickets of today that still stand for this person. */
    List<Ticket> openTickets();

    /** What health insurance says; null when the hospital does not ask, or knows no number to ask for. */
    Coverage coverage();

    /** The same with other clinics. */
    Identification offering(List<ClinicOption> clinics);

    /** @param card what to do with the patient card on the reader; null when there is none */
    record Proven(
            UUID id,
            Person person,
            HistorySummary history,
            List<ClinicOption> clinics,
            List<Ticket> openTickets,
            CardContact card,
            Coverage coverage)
            implements Identification {

        /** Nothing is said of insurance. */
        public Proven(
                UUID id,
                Person person,
                HistorySummary history,
                List<ClinicOption> clinics,
                List<Ticket> openTickets,
                CardContact card) {
            this(id, person, history, clinics, openTickets, card, null);
        }

        /** Proven by something else than the hospital's own card. */
        public Proven(
                UUID id, Person person, HistorySummary history, List<ClinicOption> clinics, List<Ticket> openTickets) {
            this(id, person, history, clinics, openTickets, null);
        }

        /** Without what is to be done with the card. */
        public Proven withoutCard() {
            return new Proven(id, person, history, clinics, openTickets, null, coverage);
        }

        @Override
        public Proven offering(List<ClinicOption> others) {
            return new Proven(id, person, history, others, openTickets, null, coverage);
        }
    }

    /** @param chipDoubt null unless the chip of an ID card was read: "read, not proven" */
    record Claimed(
            UUID id,
            Person person,
            List<ClinicOption> clinics,
            List<Ticket> openTickets,
            ChipDoubt chipDoubt,
            Coverage coverage)
            implements Identification {

        /** Nothing is said of insurance. */
        public Claimed(
                UUID id, Person person, List<ClinicOption> clinics, List<Ticket> openTickets, ChipDoubt chipDoubt) {
            this(id, person, clinics, openTickets, chipDoubt, null);
        }

        /** A claim in which no chip had a part. */
        public Claimed(UUID id, Person person, List<ClinicOption> clinics, List<Ticket> openTickets) {
            this(id, person, clinics, openTickets, null);
        }

        @Override
        public Claimed offering(List<ClinicOption> others) {
            return new Claimed(id, person, others, openTickets, chipDoubt, coverage);
        }
    }
}
