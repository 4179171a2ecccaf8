package vn.tiepdon.server.issuing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.NewCardOrder;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.Cards;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Staff order something about a card; what needs no card is done at once. */
@Service
class OrderDesk {

    private static final int LONGEST_CODE = 20;

    private final Patients patients;
    private final Orders orders;
    private final PendingCards pending;
    private final PatientCards known;
    private final Cards cards;
    private final OrderTrail trail;
    private final HospitalClock clock;

    OrderDesk(
            Patients patients,
            Orders orders,
            PendingCards pending,
            PatientCards known,
            Cards cards,
            OrderTrail trail,
            HospitalClock clock) {
        this.patients = patients;
        this.orders = orders;
        this.pending = pending;
        this.known = known;
        this.cards = cards;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws PatientNotFoundException when nobody has this hospital code */
    Patient patient(FacilityId facility, String hospitalCode) {
        return Optional.ofNullable(hospitalCode)
                .filter(code -> code.length() <= LONGEST_CODE)
                .flatMap(code -> patients.find(facility, IdentifierKind.HOSPITAL, code))
                .orElseThrow(() -> new PatientNotFoundException(facility));
    }

    /**
     * @throws PatientNotFoundException when nobody has this hospital code
     * @throws OrderRefusedException when the order does not fit the patient's card
     */
    @Transactional
    Order make(StaffMember staff, String source, NewCardOrder wish) {
        if (wish.kind() == null) {
            throw new OrderRefusedException(FaultCode.REQUEST_INVALID, "no kind");
        }
        PatientId patient = patient(staff.facility(), wish.hospitalCode()).id();
        return make(staff, source, patient, wish.kind(), wish.reason(), null);
    }

    /** @param batch null for an order of its own */
    @Transactional
    Order make(
            StaffMember staff,
            String source,
            PatientId patient,
            CardOrderKind kind,
            CardOrderReason reason,
            UUID batch) {
        FacilityId facility = staff.facility();
        refusal(facility, patient, kind, reason).ifPresent(code -> {
            throw new OrderRefusedException(code, kind + " for patient " + patient.value());
        });
        Instant now = clock.now();
        Optional<CardId> card = known.current(facility, patient).map(PatientCard::id);
        String about = card.map(CardId::hex).orElse(null);
        Order order = Order.make(facility, patient, kind, reason, about, batch, staff.login(), now);
        boolean lost = kind == CardOrderKind.REPLACE && reason == CardOrderReason.LOST;
        boolean atOnce = OrderRules.atOnce(kind, reason);
        if (lost || atOnce) {
            pending.drop(facility, patient);
        }
        if (kind == CardOrderKind.BLOCK || lost) {
            card.ifPresent(id -> cards.block(facility, id, staff.login(), source));
        } else if (atOnce) {
            card.ifPresent(id -> cards.end(facility, id, staff.login(), source));
        }
        Order made = atOnce ? order.doneAtOnce(now) : order;
        orders.add(made);
        trail.note(made, staff.login(), source, "card.order");
        return made;
    }

    /** Why this cannot be ordered now. */
    Optional<FaultCode> refusal(FacilityId facility, PatientId patient, CardOrderKind kind, CardOrderReason reason) {
        return OrderRules.refusal(
                kind,
                reason,
                known.current(facility, patient),
                pending.of(facility, patient).isPresent());
    }
}
