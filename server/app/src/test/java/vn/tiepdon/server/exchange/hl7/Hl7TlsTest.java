package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
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

    @TempDir
    Path folder;

    private record Side(KeyPair keys, X509Certificate certificate) {

        static Side make(String name) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            Instant now = Instant.now();
            return new Side(
                    keys,
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            subject,
                                            BigInteger.valueOf(now.toEpochMilli()),
                                            Date.from(now.minus(Duration.ofHours(1))),
                                            Date.from(now.plus(Duration.ofHours(1))),
                                            subject,
                                            keys.getPublic())
                                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))));
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

    private static Hl7Peer peer(Hl7Settings own, MllpServer listener) throws Exception {
        return new Hl7Peer(Tls.connecting(own).createSocket("127.0.0.1", listener.port()));
    }
}
