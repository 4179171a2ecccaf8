package vn.tiepdon.server.citizen;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.patient.PatientId;

/** Who agreed to the reading of a chip, where, when and to which wording. */
@Repository
public class ChipConsents {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ChipConsents(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Joins the transaction that writes the identification down: neither is there without the other.
     *
     * @param source address the request came from
     */
    public void add(
            Device device, String source, UUID identification, PatientId patient, Presentation.ChipConsent consent) {
        jdbc.sql("""
                insert into chip_consent (facility_id, identification_id, patient_id, device_id, text_version, language,
                    given_at)
                values (:facility, :identification, :patient, :device, :version, :language, :at)
                """)
                .param("facility", device.facility().value())
                .param("identification", identification.toString())
                .param("patient", patient.value())
                .param("device", device.id().value())
                .param("version", consent.textVersion())
                .param("language", consent.language())
                .param("at", consent.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
        audit.append(new AuditEntry(
                device.facility(),
                device.id().value(),
                source,
                "chip.consent " + consent.textVersion() + " " + consent.language(),
                "patient " + patient.value() + " identification " + identification,
                "ok"));
    }
}
