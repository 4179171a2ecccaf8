package vn.tiepdon.server.card.contact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.FacilityId;

/** The trail of whose keys were handed to which device, and what came of it. */
@Repository
class ContactRows {

    private final JdbcClient jdbc;

    ContactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(
            FacilityId facility,
            ContactId id,
            CardId card,
            DeviceId device,
            KeyVersion version,
            boolean blocking,
            Instant at) {
        jdbc.sql("""
                insert into card_contact (facility_id, contact_id, card_id, device_id, key_version, opened_at, blocking)
                values (:facility, :id, :card, :device, :version, :at, :blocking)""")
                .param("facility", facility.value())
                .param("id", id.value().toString())
                .param("card", card.hex())
                .param("device", device.value())
                .param("version", version.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("blocking", blocking)
                .update();
    }

    /** Nobody else closes it until the transaction ends. */
    Optional<ContactRow> lock(FacilityId facility, ContactId id) {
        return jdbc.sql("""
                select card_id, device_id, opened_at, closed_at from card_contact
                where facility_id = :facility and contact_id = :id for update""")
                .param("facility", facility.value())
                .param("id", id.value().toString())
                .query((row, n) -> new ContactRow(
                        CardId.ofHex(row.getString("card_id")),
                        row.getString("device_id"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("closed_at") != null))
                .optional();
    }

    void close(FacilityId facility, ContactId id, CardContactReport report, Instant at) {
        jdbc.sql("""
                update card_contact set closed_at = :at, revision = :revision, chip_blocked = :blocked
                where facility_id = :facility and contact_id = :id""")
                .param("facility", facility.value())
                .param("id", id.value().toString())
                .param("revision", report.revision())
                .param("blocked", report.blocked())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
