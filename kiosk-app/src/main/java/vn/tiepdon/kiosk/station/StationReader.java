package vn.tiepdon.kiosk.station;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.CardBlockedException;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardProof;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardRecords;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.MedicalRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** Reads one card with a station's keys. An expired one too, and says so: what is known is better than nothing. */
final class StationReader {

    /** Cards and their days are Vietnam's, wherever the computer thinks it is. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int VISITS = 10;
    private static final String NAME = "station";

    private final PatientCardReader reader = new PatientCardReader();
    private final SecureRandom random = new SecureRandom();
    private final StationKeys keys;
    private final Optional<BlockList> blocked;
    private final Clock clock;

    /** @param blocked dead cards, as far as somebody has told */
    StationReader(StationKeys keys, Optional<BlockList> blocked, Clock clock) {
        this.keys = keys;
        this.blocked = blocked;
        this.clock = clock;
    }

    /** @throws StationException when the keys do not open this card */
    CardContent read(Transport card) throws TransportException, PatientCardException, StationException {
        CardDirectory directory = PatientCardReader.select(card).requireInUse();
        IdentityRecord holder = reader.identity(card, directory).verify(keys::signer);
        if (blocked.isPresent() && blocked.get().contains(holder.cardId())) {
            throw new CardBlockedException();
        }
        prove(card, holder);
        PatientCardRecords records =
                new PatientCardRecords(ReadingSession.open(card, directory, holder.cardId(), keys));
        CardId id = holder.cardId();
        List<Entry<VisitRecord>> visits = new ArrayList<>();
        Entry<EmergencyRecord> emergency = entry(id, records.emergency(), EmergencyRecord.class);
        Entry<MedicationRecord> medication = entry(id, records.medication(), MedicationRecord.class);
        for (byte[] visit : records.visits(VISITS)) {
            visits.add(entry(id, Optional.of(visit), VisitRecord.class));
        }
        return new CardContent(holder, emergency, medication, visits, LocalDate.ofInstant(clock.instant(), ZONE));
    }

    private void prove(Transport card, IdentityRecord holder) throws TransportException, PatientCardException {
        byte[] nonce = new byte[CardChallenge.NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] challenge = CardChallenge.of(NAME, clock.instant().truncatedTo(ChronoUnit.MILLIS), nonce);
        CardProof.verify(holder.cardKey(), holder.cardId(), challenge, reader.authenticate(card, challenge));
    }

    private <T extends MedicalRecord> Entry<T> entry(CardId card, Optional<byte[]> signed, Class<T> type) {
        if (signed.isEmpty()) {
            return new Entry.Absent<>();
        }
        try {
            MedicalRecord record = SignedRecord.verify(card, signed.get(), keys::signer);
            return type.isInstance(record)
                    ? new Entry.Vouched<>(type.cast(record))
                    : new Entry.Doubtful<>(FaultCode.CARD_UNREADABLE);
        } catch (PatientCardException e) {
            return new Entry.Doubtful<>(StationFaults.of(e));
        }
    }
}
