package vn.tiepdon.server.coverage.record;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.coverage.gateway.GatewaySecrets;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Certificates that an administrator has uploaded; their keys sealed, and open to every server of the database. */
@Repository
class UploadedCertificates {

    private final JdbcClient jdbc;
    private final GatewaySecrets secrets;
    private final HospitalClock clock;
    private final Map<FacilityId, Opened> opened = new ConcurrentHashMap<>();

    UploadedCertificates(JdbcClient jdbc, GatewaySecrets secrets, HospitalClock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Opened(OffsetDateTime changed, SigningCertificate.Key key) {}

    /** @throws vn.tiepdon.server.coverage.gateway.SealBrokenException when the server's own key is another one */
    Optional<SigningCertificate.Key> of(FacilityId facility) {
        Optional<OffsetDateTime> changed = jdbc.sql(
                        "select changed_at from insurance_certificate where facility_id = :facility")
                .param("facility", facility.value())
                .query(OffsetDateTime.class)
                .optional();
        if (changed.isEmpty()) {
            opened.remove(facility);
            return Optional.empty();
        }
        Opened known = opened.get(facility);
        if (known == null || !known.changed().isEqual(changed.get())) {
            known = new Opened(changed.get(), open(facility));
            opened.put(facility, known);
        }
        return Optional.of(known.key());
    }

    @Transactional
    void keep(FacilityId facility, SigningCertificate.Key key, String by) {
        remove(facility);
        try {
            jdbc.sql("""
                    insert into insurance_certificate (facility_id, private_key, certificate, changed_at, changed_by)
                    values (:facility, :key, :certificate, :at, :by)""")
                    .param("facility", facility.value())
                    .param("key", secrets.seal(key.privateKey().getEncoded(), about(facility)))
                    .param("certificate", key.certificate().getEncoded())
                    .param("at", clock.now().atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Transactional
    void remove(FacilityId facility) {
        jdbc.sql("delete from insurance_certificate where facility_id = :facility")
                .param("facility", facility.value())
                .update();
    }

    private SigningCertificate.Key open(FacilityId facility) {
        return jdbc.sql("select private_key, certificate from insurance_certificate where facility_id = :facility")
                .param("facility", facility.value())
                .query((row, n) ->
                        key(secrets.open(row.getBytes("private_key"), about(facility)), row.getBytes("certificate")))
                .single();
    }

    private static SigningCertificate.Key key(byte[] secret, byte[] certificate) {
        try {
            X509Certificate read = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            PrivateKey key = KeyFactory.getInstance(read.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(secret));
            return new SigningCertificate.Key(key, read, Optional.empty());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String about(FacilityId facility) {
        return "insurance-certificate:" + facility.value();
    }
}
