package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.NewCard;
import vn.tiepdon.server.card.register.RegisteredCard.Generations;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class CardPromises {

    private static final String HERE = "127.0.0.1";
    private static final DeviceId KIOSK = new DeviceId(UUID.randomUUID().toString());

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Facilities facilities;

    @Autowired
    CardVerification verification;

    @Autowired
    HospitalKeys keys;

    @Autowired
    CardIdentities identities;

    @Autowired
    CardRegister register;

    @Autowired
    Patients patients;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    Facility facility;
    PatientId patient;
    KeyPair chip;
    Made card;

    @BeforeEach
    void aPatientWithACard() throws GeneralSecurityException {
        hospital = hospitals.open();
        facility = facilities.get(hospital.id());
        patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        chip = newChip();
        card = issue(chip);
    }

    @Test
    void anIssuedCardProvesItsPatient() throws GeneralSecurityException {
        assertThat(verify(presented(chip, Instant.now()))).isEqualTo(patient);
        assertThat(verifyFace(facility.code(), card.cardId())).isEqualTo(patient);
    }

    @Test
    void theKeyTheKiosksGetIsTheOneThatSigns() throws Exception {
        SignedIdentityRecord signed = SignedIdentityRecord.parse(card.signedRecord());
        assertThat(keys.cardKeys())
                .extracting("id")
                .containsExactly(signed.claimed().signingKeyId().toString());
    }

    @Test
    void aCopyWithAnotherKeyIsFoundOut() throws GeneralSecurityException {
        assertThat(verify(presented(newChip(), Instant.now()))).isEqualTo(FaultCode.CARD_COPY_SUSPECTED);
    }

    @Test
    void aProofForAnotherKioskIsWorthNothing() throws GeneralSecurityException {
        Presentation.PatientCard overheard = presented(chip, Instant.now());
        CardVerdict verdict =
                verification.verify(facility, new DeviceId(UUID.randomUUID().toString()), HERE, overheard);
        assertThat(verdict).isEqualTo(new CardVerdict.Refused(FaultCode.CARD_COPY_SUSPECTED));
    }

    @Test
    void aProofOfAnotherTimeIsNotTaken() throws GeneralSecurityException {
        for (Duration off : new Duration[] {Duration.ofSeconds(125), Duration.ofSeconds(-125)}) {
            assertThat(verify(presented(chip, Instant.now().plus(off)))).isEqualTo(FaultCode.CLOCK_WRONG);
        }
    }

    @Test
    void aChangedRecordIsRefusedWhereverItIsChanged() throws GeneralSecurityException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] changed = card.signedRecord().clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Object verdict = verify(new Presentation.PatientCard(
                    changed, presented(chip, Instant.now()).proof()));
            assertThat(verdict).as("seed " + seed).isInstanceOf(FaultCode.class);
        }
    }

    @Test
    void halfACardIsUnreadable() throws GeneralSecurityException {
        Presentation.CardProof proof = presented(chip, Instant.now()).proof();
        byte[] record = card.signedRecord();
        assertThat(verify(new Presentation.PatientCard(Arrays.copyOf(record, record.length / 2), proof)))
                .isEqualTo(FaultCode.CARD_UNREADABLE);
        assertThat(verify(new Presentation.PatientCard(new byte[10_000], proof)))
                .isEqualTo(FaultCode.CARD_UNREADABLE);
        assertThat(verify(new Presentation.PatientCard(null, proof))).isEqualTo(FaultCode.CARD_UNREADABLE);
        assertThat(verify(new Presentation.PatientCard(record, null))).isEqualTo(FaultCode.CARD_UNREADABLE);
    }

    @Test
    void aRecordSignedByNobodyWeKnowIsRefused() throws Exception {
        KeyPair forger = newChip();
        IdentityRecord claimed = SignedIdentityRecord.parse(card.signedRecord()).claimed();
        byte[] forged = SignedIdentityRecord.sign(claimed, forger.getPrivate()).encoded();
        assertThat(verify(new Presentation.PatientCard(
                        forged, presented(chip, Instant.now()).proof())))
                .isEqualTo(FaultCode.CARD_SIGNATURE_INVALID);
    }

    @Test
    void aCardOfAnotherHospitalSaysSo() throws GeneralSecurityException {
        Facility elsewhere = facilities.get(hospitals.open().id());
        CardVerdict verdict = verification.verify(elsewhere, KIOSK, HERE, presented(chip, Instant.now()));
        assertThat(verdict).isEqualTo(new CardVerdict.Refused(FaultCode.CARD_OF_OTHER_HOSPITAL));
        assertThat(verifyFace("ZZZZZ", card.cardId())).isEqualTo(FaultCode.CODE_OF_OTHER_HOSPITAL);
    }

    @Test
    void aNewCardEndsTheOldOne() throws GeneralSecurityException {
        Presentation.PatientCard old = presented(chip, Instant.now());
        KeyPair second = newChip();
        card = issue(second);
        assertThat(verify(old)).isEqualTo(FaultCode.CARD_BLOCKED);
        assertThat(verify(presented(second, Instant.now()))).isEqualTo(patient);
    }

    @Test
    void anExpiredCardSaysSo() throws GeneralSecurityException {
        jdbc.sql("update patient_card set valid_to = valid_from, valid_from = :long_ago where facility_id = :facility")
                .param("long_ago", facility.businessDayAt(Instant.now()).date().minusYears(9))
                .param("facility", facility.id().value())
                .update();
        assertThat(verify(presented(chip, Instant.now()))).isEqualTo(patient);
        jdbc.sql("update patient_card set valid_to = valid_from where facility_id = :facility")
                .param("facility", facility.id().value())
                .update();
        assertThat(verify(presented(chip, Instant.now()))).isEqualTo(FaultCode.CARD_EXPIRED);
    }

    private Presentation.PatientCard presented(KeyPair holder, Instant at) throws GeneralSecurityException {
        byte[] nonce = new byte[CardChallenge.NONCE_LENGTH];
        new Random().nextBytes(nonce);
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes("TDAUTH01".getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(CardId.ofHex(card.cardId()).bytes());
        signed.writeBytes(CardChallenge.of(KIOSK.value(), millis, nonce));
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(holder.getPrivate());
        signer.update(signed.toByteArray());
        return new Presentation.PatientCard(
                card.signedRecord(), new Presentation.CardProof(millis, nonce, signer.sign()));
    }

    private Object verify(Presentation.PatientCard presented) {
        return unwrap(verification.verify(facility, KIOSK, HERE, presented));
    }

    private Object verifyFace(String facilityCode, String cardId) {
        return unwrap(verification.verify(facility, new Presentation.PatientCardCode(facilityCode, cardId)));
    }

    private static Object unwrap(CardVerdict verdict) {
        return verdict instanceof CardVerdict.Genuine genuine
                ? genuine.patient()
                : ((CardVerdict.Refused) verdict).code();
    }

    private Made issue(KeyPair holder) {
        byte[] id = new byte[CardId.LENGTH];
        new Random().nextBytes(id);
        CardId cardId = new CardId(id);
        CardPublicKey key = CardPublicKey.of((ECPublicKey) holder.getPublic());
        LocalDate from = clock.today(facility).date();
        LocalDate to = from.plusYears(5);
        byte[] record =
                identities.sign(facility, patients.find(facility.id(), patient).orElseThrow(), cardId, key, from, to);
        NewCard entry = new NewCard(cardId, patient, key, from, to, "00000000000000AA", new Generations(1, 1, 1), 1);
        register.enter(facility.id(), entry, "letan", "bridge", clock.now());
        return new Made(cardId.hex(), record);
    }

    /** A card as the register and its chip have it. */
    private record Made(String cardId, byte[] signedRecord) {}

    private static KeyPair newChip() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}

@OnH2
class CardOnH2Test extends CardPromises {}

@OnPostgres
class CardOnPostgresTest extends CardPromises {}
