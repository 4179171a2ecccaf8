package vn.tiepdon.server.card.contact;

import java.security.InvalidKeyException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.record.MedicalRecord;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.card.key.SigningKey;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.MedicalRecords;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.settings.TiepDonSettings;

/** What a card has still to be told, as it stands now and signed for this very card. */
@Component
public class CardUpdates {

    private static final Logger log = LoggerFactory.getLogger(CardUpdates.class);

    private final CardTasks tasks;
    private final MedicalRecords records;
    private final SigningKeys keys;
    private final int atMost;

    CardUpdates(CardTasks tasks, MedicalRecords records, SigningKeys keys, TiepDonSettings settings) {
        this.tasks = tasks;
        this.records = records;
        this.keys = keys;
        this.atMost = settings.card().contactUpdates();
    }

    /**
     * The oldest first, as many as one contact takes. What may no longer be told, such as a visit whose diagnosis was
     * corrected to a sensitive one, is an update that changes nothing but the revision.
     */
    public List<CardUpdate> due(FacilityId facility, RegisteredCard card) {
        return tasks.untold(facility, card.id()).stream()
                .limit(atMost)
                .map(task -> update(facility, card, task))
                .toList();
    }

    /** The records, without visits, of a card that is being personalised. */
    public CardUpdate first(FacilityId facility, PatientId patient, CardId card, long revision) {
        return new CardUpdate(
                revision,
                signed(card, records.emergency(facility, patient)),
                signed(card, records.medication(facility, patient)),
                null);
    }

    private CardUpdate update(FacilityId facility, RegisteredCard card, CardTask task) {
        if (task.visit().isEmpty()) {
            return first(facility, card.patient(), card.id(), task.revision());
        }
        byte[] visit = signed(card.id(), visit(facility, task.visit().get()));
        return new CardUpdate(task.revision(), null, null, visit);
    }

    private Optional<VisitRecord> visit(FacilityId facility, long id) {
        try {
            return records.visit(facility, id);
        } catch (IllegalArgumentException againstTheLayout) {
            // The patient who stands at the kiosk is not to suffer for it.
            log.warn("visit {} does not fit a card: {}", id, againstTheLayout.getMessage());
            return Optional.empty();
        }
    }

    private byte[] signed(CardId card, Optional<? extends MedicalRecord> record) {
        if (record.isEmpty()) {
            return null;
        }
        SigningKey key = keys.current();
        try {
            return SignedRecord.sign(card, record.get().encode(key.id()), key.privateKey());
        } catch (InvalidKeyException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
