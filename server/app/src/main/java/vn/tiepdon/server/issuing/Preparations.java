package vn.tiepdon.server.issuing;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.CardIdentities;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.card.register.CardNews;
import vn.tiepdon.server.card.register.RegisteredCard.Generations;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Turns the public key that a blank card made into what makes it a patient's card. */
@Component
class Preparations {

    private static final long FIRST_REVISION = 1;

    private final SecureRandom random = new SecureRandom();
    private final Facilities facilities;
    private final Patients patients;
    private final PendingCards pending;
    private final CardNews news;
    private final CardIdentities identities;
    private final CardSam sam;
    private final HospitalClock clock;
    private final int years;

    Preparations(
            Facilities facilities,
            Patients patients,
            PendingCards pending,
            CardNews news,
            CardIdentities identities,
            CardSam sam,
            HospitalClock clock,
            TiepDonSettings settings) {
        this.facilities = facilities;
        this.patients = patients;
        this.pending = pending;
        this.news = news;
        this.identities = identities;
        this.sam = sam;
        this.clock = clock;
        this.years = settings.card().years();
    }

    /** The same key gets the same card again: the answer may have been lost. */
    CardPreparation of(Order order, CardPublicKey key) {
        Facility facility = facilities.get(order.facility());
        Patient patient = patients.find(facility.id(), order.patient())
                .orElseThrow(() -> new PatientNotFoundException(facility.id()));
        String point = HexFormat.of().formatHex(key.point());
        Optional<PendingCard> again = pending.of(facility.id(), patient.id())
                .filter(it -> it.publicKey().equals(point)
                        && it.serial().equals(order.step().serial()));
        PendingCard card = again.orElseGet(() -> newCard(order, facility, point));
        CardId id = CardId.ofHex(card.cardId());
        byte[] identity = identities.sign(facility, patient, id, key, card.validFrom(), card.validTo());
        if (again.isEmpty()) {
            pending.put(card, clock.now());
        }
        byte[] serial = HexFormat.of().parseHex(card.serial());
        return new CardPreparation(
                card.cardId(),
                identity,
                sam.firstOrders(id, serial, KeyVersion.ofCode(order.step().keyVersion())),
                sam.firstRecords(facility.id(), patient.id(), id, card.revision()));
    }

    private PendingCard newCard(Order order, Facility facility, String point) {
        byte[] cardId = new byte[CardId.LENGTH];
        random.nextBytes(cardId);
        LocalDate today = clock.today(facility).date();
        return new PendingCard(
                facility.id(),
                new CardId(cardId).hex(),
                order.patient(),
                order.step().serial(),
                order.id(),
                point,
                today,
                today.plusYears(years),
                new Generations(
                        sam.current(CardRole.READING).generation(),
                        sam.current(CardRole.WRITING).generation(),
                        sam.current(CardRole.ADMINISTERING).generation()),
                FIRST_REVISION,
                news.count(facility.id(), order.patient()));
    }
}
