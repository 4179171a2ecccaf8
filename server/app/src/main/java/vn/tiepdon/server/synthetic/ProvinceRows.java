package vn.tiepdon.server.synthetic;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The whole province, some thousand rows after the other: everybody first, then month by month. */
final class ProvinceRows {

    private static final int AT_ONCE = 20_000;

    private final ProvinceOptions options;
    private final Map<ProvinceShare, Map<String, Integer>> houses;
    private final ProvincePeople people;
    private final ProvinceVisits visits;
    private final VisitRows written;

    ProvinceRows(ProvinceOptions options, Instant now, Map<ProvinceShare, Map<String, Integer>> houses) {
        this.options = options;
        this.houses = houses;
        List<DrugLine> drugs = Lines.read("drugs.csv", DrugLine::of);
        ProvinceIllnesses illnesses = new ProvinceIllnesses(Lines.read("diagnoses.csv", Diagnosis::of), options.seed());
        this.people = new ProvincePeople(options, new PatientRows(now), drugs, illnesses);
        this.written = new VisitRows(drugs, options.seed(), ProvinceCommand.ZONE);
        this.visits = new ProvinceVisits(options, illnesses, written);
    }

    /** Hands the rows over in the order in which they may be written. */
    void eachBatch(Taker taker) throws InterruptedException {
        Batch batch = new Batch(taker);
        for (Map.Entry<ProvinceShare, Map<String, Integer>> house : houses.entrySet()) {
            for (int i = 0; i < house.getKey().patients(); i++) {
                people.add(batch.rows, house.getKey(), i, house.getValue());
                batch.passWhenFull(house.getKey().first() + i, 0);
            }
        }
        for (int month = 0; month < ProvinceShare.MONTHS; month++) {
            for (Map.Entry<ProvinceShare, Map<String, Integer>> house : houses.entrySet()) {
                ProvinceShare share = house.getKey();
                for (int i = 0; i < share.patients(); i++) {
                    if (share.isChronic(i)) {
                        visits.addMonthly(batch.rows, share, i, month, house.getValue());
                        batch.passWhenFull(options.patients(), written.visits());
                    }
                }
                visits.addOthers(batch.rows, share, month, house.getValue());
                batch.passWhenFull(options.patients(), written.visits());
            }
        }
        batch.pass(options.patients(), written.visits());
    }

    private static final class Batch {

        private final Taker taker;
        private Rows rows = new Rows();

        Batch(Taker taker) {
            this.taker = taker;
        }

        void passWhenFull(int patients, long visits) throws InterruptedException {
            if (rows.size() >= AT_ONCE) {
                pass(patients, visits);
            }
        }

        void pass(int patients, long visits) throws InterruptedException {
            taker.take(new Made(rows, patients, visits));
            rows = new Rows();
        }
    }

    /**
     * @param patients so many are made with these rows
     * @param visits so many are
     */
    record Made(Rows rows, int patients, long visits) {}

    interface Taker {

        void take(Made made) throws InterruptedException;
    }
}
