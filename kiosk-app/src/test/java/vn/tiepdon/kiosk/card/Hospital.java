package vn.tiepdon.kiosk.card;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.CardSerial;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKeys;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.record.MedicalRecord;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.transport.Transport;

/** An invented hospital: the keys of its cards, its signature, and what it gives to a station. */
public final class Hospital {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final char[] PASSWORD = "nuoc mam Phu Quoc".toCharArray();

    private static final List<CardRole> ROLES = List.of(CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING);

    private final int seed;
    private final KeyPair signer = newKey();

    /** @param seed hospitals with different ones have different masters */
    public Hospital(int seed) {
        this.seed = seed;
    }

    public CardKeys transport(CardSerial serial) {
        return keys(new KeyVersion(CardRole.TRANSPORT, 1), serial.bytes());
    }

    public CardKeys keys(KeyVersion version, byte[] context) {
        return CardKeys.derive(MasterKeys.of(master(version)), version, context);
    }

    public SigningKeyId signerId() {
        return SigningKeyId.of((ECPublicKey) signer.getPublic());
    }

    public byte[] identity(CardId card, CardPublicKey key) throws Exception {
        return identity(card, key, TODAY.plusYears(5));
    }

    public byte[] identity(CardId card, CardPublicKey key, LocalDate validTo) throws Exception {
        IdentityRecord identity = new IdentityRecord(
                "79999",
                card,
                "BN000123",
                "NGUYỄN THỊ MẪU",
                PartialDate.parse("1950-03"),
                Sex.FEMALE,
                TODAY.minusYears(2),
                validTo,
                key,
                signerId());
        return SignedIdentityRecord.sign(identity, signer.getPrivate()).encoded();
    }

    public byte[] sign(CardId card, MedicalRecord record) throws Exception {
        return SignedRecord.sign(card, record.encode(signerId()), signer.getPrivate());
    }

    public List<CardKeyOrder> firstOrders(CardId card, CardSerial serial) {
        List<CardKeyOrder> orders = new ArrayList<>();
        for (CardRole role : ROLES) {
            KeyVersion version = new KeyVersion(role, 1);
            byte[] order = transport(serial).keyOrder(keys(version, card.bytes()), version, serial.bytes());
            orders.add(new CardKeyOrder(version.code(), order));
        }
        return orders;
    }

    public CardKeyOrder order(CardId card, CardSerial serial, KeyVersion version) {
        CardKeys wrapping = keys(new KeyVersion(CardRole.ADMINISTERING, 1), card.bytes());
        return new CardKeyOrder(
                version.code(), wrapping.keyOrder(keys(version, card.bytes()), version, serial.bytes()));
    }

    public SecureChannel session(Transport card, KeyVersion version, byte[] context) throws Exception {
        PatientCardReader.select(card);
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        byte[] answer = SecureChannel.request(card, version, challenge);
        return SecureChannel.open(card, SessionAnswer.to(keys(version, context), version, challenge, answer));
    }

    /** An active card of this hospital with these records. */
    public ChipCard card(CardId id, LocalDate validTo, List<MedicalRecord> visits, MedicalRecord... files)
            throws Exception {
        ChipCard card = ChipCard.blank(this);
        KeyVersion transport = new KeyVersion(CardRole.TRANSPORT, 1);
        SecureChannel secure = session(card, transport, ChipCard.SERIAL.bytes());
        PatientCardPersonaliser personaliser = new PatientCardPersonaliser(secure);
        CardPublicKey key = CardPublicKey.of(personaliser.generateKey());
        for (CardKeyOrder order : firstOrders(id, ChipCard.SERIAL)) {
            personaliser.putKeys(KeyVersion.ofCode(order.keyVersion()), order.order());
        }
        personaliser.storeIdentity(SignedIdentityRecord.parse(identity(id, key, validTo)));
        personaliser.personalise();
        personaliser.activate();
        PatientCardWriter writer =
                new PatientCardWriter(session(card, new KeyVersion(CardRole.WRITING, 1), id.bytes()));
        long revision = 0;
        Optional<byte[]> emergency = files.length > 0 ? Optional.of(sign(id, files[0])) : Optional.empty();
        Optional<byte[]> medication = files.length > 1 ? Optional.of(sign(id, files[1])) : Optional.empty();
        if (files.length > 0) {
            writer.apply(++revision, emergency, medication, Optional.empty());
        }
        for (MedicalRecord visit : visits) {
            writer.apply(++revision, Optional.empty(), Optional.empty(), Optional.of(sign(id, visit)));
        }
        card.commands = 0;
        return card;
    }

    /** A station's file, as docs/patient-card.md has it. */
    public Path stationFile(Path folder, int... generations) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int generation : generations) {
            store.setEntry(
                    "reading-" + generation,
                    new KeyStore.SecretKeyEntry(master(new KeyVersion(CardRole.READING, generation))),
                    new KeyStore.PasswordProtection(PASSWORD));
        }
        store.setCertificateEntry("signing-" + signerId(), certificate());
        Path file = folder.resolve("station.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    public KeyPair signer() {
        return signer;
    }

    private X509Certificate certificate() throws Exception {
        X500Name name = new X500Name("CN=Invented hospital");
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(from),
                                Date.from(from.plus(3650, ChronoUnit.DAYS)),
                                name,
                                signer.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    private SecretKey master(KeyVersion version) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) (seed * 64 + version.code()));
        return new SecretKeySpec(bytes, "AES");
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
