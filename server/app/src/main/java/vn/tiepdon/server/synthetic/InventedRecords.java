package vn.tiepdon.server.synthetic;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.history.Programme;

/** Emergency data and drugs of invented patients, in keeping with their programmes. */
final class InventedRecords {

    private static final Weighted<Share> BLOOD = new Weighted<>(
            List.of(
                    new Share("O+", 42),
                    new Share("B+", 29),
                    new Share("A+", 20),
                    new Share("AB+", 5),
                    new Share("O", 2),
                    new Share("B-", 1),
                    new Share("O-", 1)),
            Share::weight);
    private static final int BLOOD_KNOWN_PERCENT = 70;
    private static final int ALLERGIC_PERCENT = 16;
    private static final int CHILD_PERCENT = 60;
    private static final int LONGEST_ILL_YEARS = 18;

    private final Map<String, Weighted<DrugLine>> drugs;
    private final Weighted<AllergyLine> allergies;
    private final long seed;

    InventedRecords(List<DrugLine> drugs, List<AllergyLine> allergies, long seed) {
        this.drugs = drugs.stream()
                .collect(groupingBy(
                        DrugLine::group, collectingAndThen(toList(), list -> new Weighted<>(list, DrugLine::weight))));
        this.allergies = new Weighted<>(allergies, AllergyLine::weight);
        this.seed = seed;
    }

    /** @param visits of the same patient: what was diagnosed in a programme stays, and drugs are of the last visit */
    Record of(InventedPatient patient, List<InventedVisits.Visit> visits) {
        RandomGenerator random = new SplittableRandom(seed * 31 + patient.serial());
        String blood =
                random.nextInt(100) < BLOOD_KNOWN_PERCENT ? BLOOD.draw(random).text() : null;
        List<AllergyLine> allergic =
                random.nextInt(100) < ALLERGIC_PERCENT ? List.of(allergies.draw(random)) : List.of();
        LocalDate last = visits.get(visits.size() - 1).day();
        return new Record(
                last,
                blood,
                allergic,
                illnesses(patient, visits, random),
                contact(patient, random),
                prescribed(patient, random));
    }

    private static List<Illness> illnesses(
            InventedPatient patient, List<InventedVisits.Visit> visits, RandomGenerator random) {
        Map<String, Illness> illnesses = new LinkedHashMap<>();
        List<String> programmes =
                patient.programmes().stream().map(Programme::name).toList();
        for (InventedVisits.Visit visit : visits) {
            if (programmes.contains(visit.where())) {
                String category = visit.diagnosis().icd10().substring(0, 3);
                LocalDate since = visit.day().minusDays(random.nextInt(LONGEST_ILL_YEARS * 365));
                illnesses.putIfAbsent(category, new Illness(visit.diagnosis(), since));
            }
        }
        return List.copyOf(illnesses.values());
    }

    /** A child, wife or husband; the number begins like none that is given out. */
    private static Contact contact(InventedPatient patient, RandomGenerator random) {
        boolean child = random.nextInt(100) < CHILD_PERCENT;
        Sex other = patient.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE;
        Sex sex = child ? (random.nextBoolean() ? Sex.MALE : Sex.FEMALE) : other;
        String relation;
        if (child) {
            relation = sex == Sex.MALE ? "con trai" : "con gái";
        } else {
            relation = sex == Sex.MALE ? "chồng" : "vợ";
        }
        return new Contact(
                Names.draw(sex, random),
                "0100 %03d %03d".formatted(random.nextInt(1000), random.nextInt(1000)),
                relation);
    }

    private List<DrugLine> prescribed(InventedPatient patient, RandomGenerator random) {
        Map<String, DrugLine> prescribed = new LinkedHashMap<>();
        for (Programme programme : patient.programmes()) {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                DrugLine drug = drugs.get(programme.name()).draw(random);
                prescribed.putIfAbsent(drug.drug(), drug);
            }
        }
        return new ArrayList<>(prescribed.values());
    }

    /** @param blood null when unknown */
    record Record(
            LocalDate asOf,
            String blood,
            List<AllergyLine> allergies,
            List<Illness> illnesses,
            Contact contact,
            List<DrugLine> drugs) {}

    record Illness(Diagnosis diagnosis, LocalDate since) {}

    record Contact(String name, String telephone, String relation) {}

    private record Share(String text, int weight) {}
}
