package vn.tiepdon.server.exchange.hl7;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.server.patient.IdentifierKind;

/** What a message asks to be done. */
sealed interface Wish {

    /** ADT^A04. */
    record Register(ToldPerson person) implements Wish {}

    /** ADT^A08. */
    record Amend(ToldPerson person) implements Wish {}

    /** ADT^A40: one pair after the other. */
    record Merge(List<Pair> pairs) implements Wish {}

    /** The numbers of who stays, and of who is the same. */
    record Pair(Map<IdentifierKind, String> kept, Map<IdentifierKind, String> gone) {
        @Override
        public String toString() {
            return "Pair[…]";
        }
    }

    /** SIU^S12. */
    record Book(AppointmentName name, ToldPerson person, List<String> clinics, LocalDateTime at, Optional<String> note)
            implements Wish {}

    /** SIU^S13, and SIU^S14 as far as it tells of another time. */
    record Move(AppointmentName name, List<String> clinics, Optional<LocalDateTime> at) implements Wish {}

    /** SIU^S15. */
    record Cancel(AppointmentName name) implements Wish {}

    /** SIU^S26. */
    record NoShow(AppointmentName name) implements Wish {}

    /**
     * How an appointment is called.
     *
     * @param filler SCH-2.1, which may be ours
     * @param source the other system's own: its application and SCH-1.1, or SCH-2.1 when it has placed nothing
     */
    record AppointmentName(Optional<String> filler, String source) {}
}
