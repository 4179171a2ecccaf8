package vn.tiepdon.server.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.tiepdon.server.history.Programme;

/** The register of one facility after the other: everybody, and for those in chronic care what a card may carry. */
final class ProvincePeople {

    private static final int ALLERGIC_PERCENT = 5;
    private static final int LONGEST_FOLLOWED_DAYS = 3_000;

    private final long seed;
    private final LocalDate until;
    private final PatientRows register;
    private final InventedRecords records;
    private final Weighted<AllergyLine> allergies;
    private final ProvinceIllnesses illnesses;

    ProvincePeople(ProvinceOptions options, PatientRows register, List<DrugLine> drugs, ProvinceIllnesses illnesses) {
        this.seed = options.seed();
        this.until = options.until();
        this.register = register;
        this.illnesses = illnesses;
        List<AllergyLine> lines = Lines.read("allergies.csv", AllergyLine::of);
        this.records = new InventedRecords(drugs, lines, seed);
        this.allergies = new Weighted<>(lines, AllergyLine::weight);
    }

    /** @param index from 0 in the facility */
    void add(Rows rows, ProvinceShare share, int index, Map<String, Integer> clinics) {
        int serial = share.first() + index;
        if (!share.isChronic(index)) {
            register.add(rows, share.facility(), InventedPatient.anyone(seed, serial));
            perhapsAllergic(rows, share.facility(), serial);
            return;
        }
        InventedPatient patient = InventedPatient.of(seed, serial);
        register.add(rows, share.facility(), patient);
        RandomGenerator random = new SplittableRandom(seed * 41 + serial);
        List<InventedVisits.Visit> diagnosed = new ArrayList<>();
        for (Programme programme : patient.programmes()) {
            rows.add(
                    FilledTable.CHRONIC_PROGRAMME,
                    share.facility(),
                    (long) serial,
                    programme.name(),
                    clinics.get(programme.name()),
                    until.plusDays(1 + random.nextInt(30)),
                    until.minusDays(365 + random.nextInt(LONGEST_FOLLOWED_DAYS)),
                    30);
            diagnosed.add(new InventedVisits.Visit(
                    until.minusDays(random.nextInt(30)), programme.name(), illnesses.of(serial, programme)));
        }
        RecordRows.add(rows, share.facility(), patient, records.of(patient, diagnosed));
    }

    private void perhapsAllergic(Rows rows, int facility, int serial) {
        RandomGenerator random = new SplittableRandom(seed * 43 + serial);
        if (random.nextInt(100) < ALLERGIC_PERCENT) {
            AllergyLine allergy = allergies.draw(random);
            rows.add(FilledTable.EMERGENCY_DATA, facility, (long) serial, null, until, 1);
            rows.add(
                    FilledTable.ALLERGY,
                    facility,
                    (long) serial,
                    1,
                    allergy.substance(),
                    allergy.severity().name());
        }
    }
}
