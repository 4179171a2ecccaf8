package vn.tiepdon.server.card.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.register.RegisteredCard.Generations;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The cards a hospital has issued. */
@Repository
public class CardRegister {

    private static final String SELECT = """
            select card_id, patient_id, valid_from, valid_to, status, serial, reading_keys, writing_keys,
                administering_keys, revision, last_revision
            from patient_card where facility_id = :facility and\s""";

    private final JdbcClient jdbc;
    private final StandingChanges changes;

    CardRegister(JdbcClient jdbc, StandingChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public Optional<RegisteredCard> find(FacilityId facility, CardId card) {
        return bind(facility, card, SELECT + "card_id = :card")
                .query(CardRegister::card)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Optional<RegisteredCard> lock(FacilityId facility, CardId card) {
        return bind(facility, card, SELECT + "card_id = :card for update")
                .query(CardRegister::card)
                .optional();
    }

    /** The patient's card in force, locked likewise. */
    public Optional<RegisteredCard> lockInForce(FacilityId facility, PatientId patient) {
        return jdbc
                .sql(SELECT + "patient_id = :patient and status = 'ACTIVE' order by issued_at desc for update")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(CardRegister::card)
                .list()
                .stream()
                .findFirst();
    }

    /** Which of these patients have a card in force, in the order of their ids, so that lockers never wait in a ring. */
    public List<PatientId> withCard(FacilityId facility, Collection<PatientId> patients) {
        return patients.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct patient_id from patient_card
                                where (facility_id, patient_id) in (:patients) and status = 'ACTIVE'
                                order by patient_id""")
                        .param(
                                "patients",
                                Keys.of(
                                        facility.value(),
                                        patients.stream().map(PatientId::value).toList()))
                        .query((row, n) -> new PatientId(row.getLong("patient_id")))
                        .list();
    }

    /**
     * A patient has one card: whatever was in force before has ended.
     *
     * @param issuer login of whoever ordered it
     * @param by device id of whoever made or met it
     */
    public void enter(FacilityId facility, NewCard card, String issuer, String by, Instant at) {
        endInForce(facility, card.patient(), by, at);
        jdbc.sql("""
                insert into patient_card (facility_id, card_id, patient_id, public_key, valid_from, valid_to, status,
                    issued_at, issued_by, serial, reading_keys, writing_keys, administering_keys, revision,
                    last_revision, changed_at, changed_by)
                values (:facility, :card, :patient, :key, :from, :to, 'ACTIVE', :at, :issuer, :serial, :reading,
                    :writing, :administering, :revision, :revision, :at, :by)
                """)
                .param("facility", facility.value())
                .param("card", card.id().hex())
                .param("patient", card.patient().value())
                .param("key", HexFormat.of().formatHex(card.publicKey().point()))
                .param("from", card.validFrom())
                .param("to", card.validTo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("issuer", issuer)
                .param("serial", card.serial())
                .param("reading", card.keys().reading())
                .param("writing", card.keys().writing())
                .param("administering", card.keys().administering())
                .param("revision", card.revision())
                .param("by", by)
                .update();
    }

    private void endInForce(FacilityId facility, PatientId patient, String by, Instant at) {
        List<CardId> before = jdbc.sql(SELECT + "patient_id = :patient and status = 'ACTIVE' for update")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query((row, n) -> CardId.ofHex(row.getString("card_id")))
                .list();
        before.forEach(old -> changeStatus(facility, old, CardStatus.ENDED, by, at));
    }

    /** Also makes the block list a new one. */
    public void changeStatus(FacilityId facility, CardId card, CardStatus status, String by, Instant at) {
        bind(facility, card, """
                update patient_card set status = :status, changed_at = :at, changed_by = :by
                where facility_id = :facility and card_id = :card""")
                .param("status", status.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        changes.add(facility, card, status, by, at);
    }

    /** What the card has for certain, and the newest that it is to have. */
    public void changeRevisions(FacilityId facility, CardId card, long revision, long last) {
        bind(facility, card, """
                update patient_card set revision = :revision, last_revision = :last
                where facility_id = :facility and card_id = :card""")
                .param("revision", revision)
                .param("last", last)
                .update();
    }

    /** Which generation a card is seen to hold; never one that it has left behind. */
    public void raiseKeys(FacilityId facility, CardId card, KeyVersion version) {
        String column =
                switch (version.role()) {
                    case TRANSPORT -> throw new IllegalArgumentException("a card in force has no transport keys");
                    case READING -> "reading_keys";
                    case WRITING -> "writing_keys";
                    case ADMINISTERING -> "administering_keys";
                };
        bind(facility, card, """
                update patient_card set %1$s = :generation
                where facility_id = :facility and card_id = :card and coalesce(%1$s, 0) < :generation""".formatted(column))
                .param("generation", version.generation())
                .update();
    }

    /** The lowest generation of reading keys that a card in force holds. */
    public Optional<Integer> oldestReadingKeys(FacilityId facility) {
        return jdbc
                .sql("""
                select min(reading_keys) from patient_card
                where facility_id = :facility and status = 'ACTIVE' and reading_keys is not null""")
                .param("facility", facility.value())
                .query((row, n) -> row.getObject(1, Integer.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    private JdbcClient.StatementSpec bind(FacilityId facility, CardId card, String sql) {
        return jdbc.sql(sql).param("facility", facility.value()).param("card", card.hex());
    }

    private static RegisteredCard card(ResultSet row, int n) throws SQLException {
        return new RegisteredCard(
                CardId.ofHex(row.getString("card_id")),
                new PatientId(row.getLong("patient_id")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                CardStatus.valueOf(row.getString("status")),
                row.getString("serial"),
                new Generations(
                        row.getInt("reading_keys"), row.getInt("writing_keys"), row.getInt("administering_keys")),
                row.getLong("revision"),
                row.getLong("last_revision"));
    }
}
