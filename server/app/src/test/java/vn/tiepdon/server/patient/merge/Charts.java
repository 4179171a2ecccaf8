package vn.tiepdon.server.patient.merge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.TestHospital;

/** Fills every table that has rows of patients with what chance says. */
final class Charts {

    private static final OffsetDateTime AT = OffsetDateTime.of(2026, 3, 4, 5, 6, 7, 0, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private final JdbcTemplate jdbc;
    private final TestHospital hospital;
    private final ClinicId clinic;
    private final SplittableRandom random;
    private long ids = 1000;

    Charts(JdbcTemplate jdbc, TestHospital hospital, ClinicId clinic, SplittableRandom random) {
        this.jdbc = jdbc;
        this.hospital = hospital;
        this.clinic = clinic;
        this.random = random;
    }

    void fill(PatientId patient) {
        Long id = patient.value();
        for (int i = random.nextInt(4); i > 0; i--) {
            visit(id);
        }
        lists(id);
        for (String code : List.of("HYPERTENSION", "DIABETES", "COPD")) {
            if (random.nextBoolean()) {
                insert(
                        "chronic_programme",
                        "patient_id, code, clinic_id, next_due, since, drug_days",
                        id,
                        code,
                        clinic.value(),
                        maybe(DAY.plusDays(random.nextInt(90))),
                        maybe(DAY.minusDays(random.nextInt(900))),
                        maybe(30));
            }
        }
        for (String kind : List.of("SYSTOLIC", "HBA1C")) {
            if (random.nextBoolean()) {
                insert(
                        "personal_target",
                        "patient_id, kind, low, high, set_by, set_on, version",
                        id,
                        kind,
                        maybe(new BigDecimal("130.5")),
                        maybe(new BigDecimal(140 + random.nextInt(20))),
                        "bs" + random.nextInt(2),
                        DAY.minusDays(random.nextInt(3)),
                        1 + random.nextInt(5));
            }
        }
        if (random.nextBoolean()) {
            insert(
                    "card_visit",
                    "patient_id, record_hash, on_day, facility_code, clinic, diagnosis_code, seen_at",
                    id,
                    "hash" + random.nextInt(2),
                    DAY,
                    "36001",
                    "Tim",
                    "I10",
                    AT);
        }
        cards(id);
        queue(id);
    }

    private void visit(Long patient) {
        long visit = ++ids;
        insert(
                "visit",
                "visit_id, patient_id, clinic_id, on_day, diagnosis_code, diagnosis_vi, diagnosis_en, source_id",
                visit,
                patient,
                clinic.value(),
                DAY.minusDays(random.nextInt(500)),
                "I10",
                "Tăng huyết áp",
                "Hypertension",
                "s" + visit);
        insert(
                "prescription",
                "visit_id, item, patient_id, drug, dosage, quantity, from_day, days",
                visit,
                1,
                patient,
                "Amlodipin 5 mg",
                "sáng 1 viên",
                new BigDecimal("30.500"),
                DAY,
                maybe(30));
        insert(
                "observation",
                "observation_id, patient_id, visit_id, kind, measured, at",
                ++ids,
                patient,
                maybe(visit),
                "SYSTOLIC",
                new BigDecimal(90 + random.nextInt(90)),
                AT);
    }

    private void lists(Long patient) {
        if (random.nextBoolean()) {
            insert(
                    "emergency_data",
                    "patient_id, blood_group, as_of, version",
                    patient,
                    maybe(random.nextBoolean() ? "A+" : "O-"),
                    DAY.minusDays(random.nextInt(300)),
                    1 + random.nextInt(5));
            insert(
                    "medication_list",
                    "patient_id, as_of, version",
                    patient,
                    DAY.minusDays(random.nextInt(300)),
                    1 + random.nextInt(5));
        }
        item(
                "allergy",
                "substance, severity",
                patient,
                "Penicillin Aspirin Tôm",
                (name, n) -> List.of(name, n == 0 ? "SEVERE" : "MILD"));
        item(
                "chronic_diagnosis",
                "diagnosis_code, diagnosis_vi",
                patient,
                "I10 E11.9 J44.9",
                (name, n) -> List.of(name, "Bệnh " + name));
        item(
                "emergency_contact",
                "full_name, telephone",
                patient,
                "0911 0922 0933",
                (name, n) -> List.of("Nguyễn Văn " + n, name));
        item(
                "medication",
                "drug, dosage, from_day, days",
                patient,
                "Amlodipin Metformin",
                (name, n) -> List.of(name, n == 0 ? "sáng 1 viên" : "tối 1 viên", DAY, 30));
    }

    private void cards(Long patient) {
        if (random.nextBoolean()) {
            insert(
                    "patient_card",
                    "card_id, patient_id, public_key, valid_from, valid_to, status, issued_at, issued_by",
                    hex(),
                    patient,
                    "04",
                    DAY,
                    DAY.plusYears(5),
                    random.nextInt(3) == 0 ? "ENDED" : "ACTIVE",
                    AT.plusMinutes(random.nextInt(1000)),
                    "letan");
        }
        if (random.nextBoolean()) {
            String order = UUID.randomUUID().toString();
            insert(
                    "card_order",
                    "order_id, kind, patient_id, state, ordered_by, made_at, expires_at",
                    order,
                    "ISSUE",
                    patient,
                    "DONE",
                    "letan",
                    AT,
                    AT);
            insert(
                    "card_issue",
                    "card_id, patient_id, serial, order_id, public_key, valid_from, valid_to, reading_keys,"
                            + " writing_keys, administering_keys, revision, prepared_at",
                    hex(),
                    patient,
                    hex().substring(0, 16),
                    order,
                    "04",
                    DAY,
                    DAY,
                    1,
                    1,
                    1,
                    1L,
                    AT);
            insert(
                    "card_batch_item",
                    "batch_id, item, patient_id, state, order_id, tries, changed_at",
                    "lo",
                    patient.intValue(),
                    patient,
                    random.nextBoolean() ? "ISSUED" : "WAITING",
                    order,
                    1,
                    AT);
        }
    }

    private void queue(Long patient) {
        for (int i = random.nextInt(3); i > 0; i--) {
            String identification = UUID.randomUUID().toString();
            insert(
                    "identification",
                    "identification_id, device_id, patient_id, method, level, business_day, made_at",
                    identification,
                    "kiosk",
                    patient,
                    "TYPED_NUMBER",
                    "CLAIMED",
                    DAY,
                    AT);
            insert(
                    "chip_consent",
                    "identification_id, patient_id, device_id, text_version, language, given_at",
                    identification,
                    patient,
                    "kiosk",
                    "1",
                    "vi",
                    AT);
        }
        if (random.nextBoolean()) {
            ticket(patient, DAY, random.nextBoolean());
        }
    }

    void ticket(Long patient, LocalDate day, boolean open) {
        insert(
                "ticket",
                "ticket_id, clinic_id, at_clinic_id, visit_clinic_id, business_day, number, patient_id, open_patient_id,"
                        + " state, calls, issued_at, queued_at, version",
                UUID.randomUUID().toString(),
                clinic.value(),
                clinic.value(),
                clinic.value(),
                day,
                (int) ++ids,
                patient,
                open ? patient : null,
                open ? "WAITING" : "DONE",
                0,
                AT,
                AT,
                3);
    }

    void batch() {
        insert("card_batch", "batch_id, name, unknown_codes, made_at, made_by", "lo", "Lô", 0, AT, "letan");
    }

    private void item(String table, String columns, Long patient, String names, Values values) {
        int n = 0;
        for (String name : names.split(" ")) {
            if (random.nextBoolean()) {
                List<Object> row = new ArrayList<>(List.of(patient, ++n));
                row.addAll(values.of(name, random.nextInt(2)));
                insert(table, "patient_id, item, " + columns, row.toArray());
            }
        }
    }

    private void insert(String table, String columns, Object... values) {
        List<Object> row = new ArrayList<>();
        row.add(hospital.id().value());
        Collections.addAll(row, values);
        jdbc.update(
                "insert into " + table + " (facility_id, " + columns + ") values ("
                        + String.join(", ", Collections.nCopies(row.size(), "?")) + ")",
                row.toArray());
    }

    private <T> T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private String hex() {
        return "%016X%016X".formatted(random.nextLong(), random.nextLong());
    }

    @FunctionalInterface
    private interface Values {
        List<Object> of(String name, int chance);
    }
}
