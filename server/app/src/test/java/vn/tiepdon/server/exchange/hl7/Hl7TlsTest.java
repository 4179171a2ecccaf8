package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Systems that prove who they are with a certificate. */
@OnH2
class Hl7TlsTest {

    private static final String PASSWORD = "thu-nghiem";

    @Autowired
    TestHospitals hospitals;

    @Autowired
    SenderGate gate;

    @Autowired
    Hl7Intake intake;

    @Autowired
    Partners partners;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    PatientRegister register;

    @Autowired
    HospitalClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private record Side(KeyPair keys, X509Certificate certificate) {

        /** @param addresses at which it may be reached */
        static Side make(String name, String... addresses) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    subject,
                    BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofHours(1))),
                    subject,
                    keys.getPublic());
            for (String address : addresses) {
                certificate.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
            }
            return new Side(
                    keys,
                    new JcaX509CertificateConverter()
                            .getCertificate(certificate.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))));
        }

        String fingerprint() throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        }
    }

    private String store(String name, Side own, Side... trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (own != null) {
            store.setKeyEntry(
                    "own", own.keys().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {own.certificate()});
        }
        for (int i = 0; i < trusted.length; i++) {
            store.setCertificateEntry("trusted" + i, trusted[i].certificate());
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file.toString();
    }

    private static Hl7Settings settings(String keystore, String truststore) {
        Duration patience = Duration.ofSeconds(5);
        return new Hl7Settings(
                true,
                0,
                "127.0.0.1",
                keystore,
                PASSWORD,
                truststore,
                PASSWORD,
                DataSize.ofKilobytes(256),
                6,
                patience,
                patience,
                1_000,
                Duration.ofDays(30),
                patience);
    }

    @Test
    void aSystemIsKnownByItsCertificateAndNobodyElseIsHeard() throws Exception {
        jdbc.sql("update hl7_partner set addresses = ''").update();
        Side server = Side.make("server");
        Side his = Side.make("his");
        Side lab = Side.make("lab");
        TestHospital hospital = hospitals.open();
        partners.save(new Partner(
                hospital.id(),
                hospital.system().device().id(),
                "",
                "",
                "127.0.0.0/8",
                his.fingerprint(),
                "",
                0,
                false));
        Hl7Settings listening = settings(store("server.p12", server), store("trusted.p12", null, his, lab));
        String believed = store("believed.p12", null, server);
        try (MllpServer listener = MllpServer.start(listening, gate, intake, Tls.listening(listening))) {
            try (Hl7Peer known = peer(settings(store("his.p12", his), believed), listener)) {
                assertThat(known.ask(Samples.adt("A04", Samples.pid("", "Mẫu^Thử^Văn", "1970", "M"))))
                        .contains("MSA|AA|");
            }
            try (Hl7Peer another = peer(settings(store("lab.p12", lab), believed), listener)) {
                assertThat(another.hear()).isNull();
            }
            assertThatThrownBy(() -> {
                        try (Hl7Peer nameless = peer(settings("", believed), listener)) {
                            assertThat(nameless.ask("MSH")).isNotNull();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aReceiverIsToldOverTlsAndNobodyElseInItsPlace() throws Exception {
        Side server = Side.make("server");
        Side his = Side.make("his", "127.0.0.1");
        Side stranger = Side.make("his", "127.0.0.1");
        Side elsewhere = Side.make("his", "192.0.2.1");
        Hl7Settings telling = settings(store("server.p12", server), store("receivers.p12", null, his, elsewhere));
        String believed = store("believed.p12", null, server);
        TestHospital hospital = hospitals.open();
        PatientId minh = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(minh, IdentifierKind.HOSPITAL, "BN000001");
        Device device = hospital.system().device();
        for (Side wrong : List.of(stranger, elsewhere)) {
            try (ToldSystem listening = listening(wrong, believed)) {
                Partner to = told(device, listening);
                register.amend(hospital.id(), minh, named("Nguyễn Thị Mới"), "letan");
                deliver(to, telling);
                assertThat(listening.heard()).isEmpty();
            }
        }
        assertThat(jdbc.sql("select last_error from hl7_partner where device_id = ?")
                        .param(device.id().value())
                        .query(String.class)
                        .single())
                .contains("SSL");
        try (ToldSystem listening = listening(his, believed)) {
            Partner to = told(device, listening);
            deliver(to, settings("", store("nobody.p12", null, his)));
            assertThat(listening.heard())
                    .as("without the certificate that it asks for")
                    .isEmpty();
            deliver(to, telling);
            assertThat(listening.heard()).isNotEmpty();
            assertThat(outbox.next(to)).isEmpty();
        }
    }

    private ToldSystem listening(Side own, String believed) throws Exception {
        Hl7Settings settings = settings(store("receiver.p12", own), believed);
        return new ToldSystem(Tls.listening(settings).createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    private Partner told(Device device, ToldSystem listening) {
        Partner partner =
                new Partner(device.facility(), device.id(), "HIS", "BV", "", "", "127.0.0.1", listening.port(), true);
        partners.save(partner);
        return partner;
    }

    private void deliver(Partner to, Hl7Settings telling) {
        new Delivery(to, outbox, deliveries, telling, clock, new TransactionTemplate(transactions), UUID.randomUUID())
                .run(() -> true);
    }

    private static PatientChange named(String name) {
        return new PatientChange(
                Optional.of(name), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
    }

    private static Hl7Peer peer(Hl7Settings own, MllpServer listener) throws Exception {
        return new Hl7Peer(Tls.connecting(own).createSocket("127.0.0.1", listener.port()));
    }
}
