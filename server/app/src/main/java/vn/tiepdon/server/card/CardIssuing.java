package vn.tiepdon.server.card;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.desk.IssuedCard;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.code.ScannedCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.staff.StaffMember;

/** Signs the identity record of a new card and enters the card in the register. */
@Service
class CardIssuing {

    private final SecureRandom random = new SecureRandom();
    private final Facilities facilities;
    private final Patients patients;
    private final CardRegister register;
    private final SigningKeys keys;
    private final AuditTrail audit;
    private final HospitalClock clock;
    private final int years;

    CardIssuing(
            Facilities facilities,
            Patients patients,
            CardRegister register,
            SigningKeys keys,
            AuditTrail audit,
            HospitalClock clock,
            TiepDonSettings settings) {
        this.facilities = facilities;
        this.patients = patients;
        this.register = register;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.years = settings.card().years();
    }

    @Transactional
    IssuedCard issue(StaffMember issuer, String source, String hospitalCode, CardPublicKey cardKey) {
        Facility facility = facilities.get(issuer.facility());
        Patient patient = patients.find(facility.id(), IdentifierKind.HOSPITAL, hospitalCode)
                .orElseThrow(() -> new PatientNotFoundException(facility.id()));
        IdentityRecord identity = identity(facility, patient, cardKey);
        register.replace(facility.id(), patient.id(), identity, issuer.login(), clock.now());
        audit.append(new AuditEntry(
                facility.id(),
                issuer.login(),
                source,
                "card.issue",
                "patient " + patient.id().value(),
                "ok"));
        CardId cardId = identity.cardId();
        String code = new ScannedCode.PatientCardCode(facility.code(), cardId).text();
        return new IssuedCard(cardId.hex(), sign(identity), code);
    }

    private IdentityRecord identity(Facility facility, Patient patient, CardPublicKey cardKey) {
        byte[] cardId = new byte[CardId.LENGTH];
        random.nextBytes(cardId);
        LocalDate today = clock.today(facility).date();
        try {
            return new IdentityRecord(
                    facility.code(),
                    new CardId(cardId),
                    patient.hospitalCode(),
                    Normalizer.normalize(patient.fullName(), Normalizer.Form.NFC),
                    PartialDate.parse(patient.birthDate().iso()),
                    switch (patient.sex()) {
                        case MALE -> Sex.MALE;
                        case FEMALE -> Sex.FEMALE;
                        case UNKNOWN -> Sex.NOT_KNOWN;
                    },
                    today,
                    today.plusYears(years),
                    cardKey,
                    keys.current().id());
        } catch (IllegalArgumentException doesNotFit) {
            throw new RecordDoesNotFitException(patient.id(), doesNotFit.getMessage());
        }
    }

    private byte[] sign(IdentityRecord identity) {
        try {
            return SignedIdentityRecord.sign(identity, keys.current().privateKey())
                    .encoded();
        } catch (InvalidKeyException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
