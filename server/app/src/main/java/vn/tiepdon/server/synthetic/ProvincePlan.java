package vn.tiepdon.server.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.tiepdon.server.synthetic.ProvinceShare.Level;

/** Who has how many patients and visits: one provincial hospital, a district's in every 22 houses, and communes. */
record ProvincePlan(List<ProvinceShare> shares) {

    private static final int HOUSES_FOR_A_DISTRICT = 22;

    static ProvincePlan of(int patients, int visits, int facilities) {
        int whole = IntStream.rangeClosed(1, facilities)
                .map(id -> level(id, facilities).weight)
                .sum();
        List<ProvinceShare> shares = new ArrayList<>();
        int before = 0;
        for (int id = 1; id <= facilities; id++) {
            Level level = level(id, facilities);
            int after = before + level.weight;
            int first = ProvinceShare.part(patients, before, whole);
            shares.add(new ProvinceShare(
                    id,
                    level,
                    first + 1,
                    ProvinceShare.part(patients, after, whole) - first,
                    ProvinceShare.part(visits, after, whole) - ProvinceShare.part(visits, before, whole)));
            before = after;
        }
        return new ProvincePlan(List.copyOf(shares));
    }

    private static Level level(int facility, int facilities) {
        if (facility == 1) {
            return Level.PROVINCE;
        }
        return facility <= 1 + facilities / HOUSES_FOR_A_DISTRICT ? Level.DISTRICT : Level.COMMUNE;
    }
}
