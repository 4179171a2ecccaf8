package vn.tiepdon.simulator.bench.card;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.TestAuthority;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;
import vn.tiepdon.simulator.harness.Progress;

/** Every card, with and without its photo, round after round. */
final class CardRun {

    private final List<Contest> contests = new ArrayList<>();

    CardRun() {
        Citizen citizen = Citizen.sample();
        TestAuthority authority = TestAuthority.vietnam();
        for (Way way : Way.values()) {
            VirtualCitizenCard card = way.card(citizen, authority);
            contests.add(new Contest(citizen, card, way, false));
            contests.add(new Contest(citizen, card, way, true));
        }
    }

    /** @param warmUps rounds before those that count */
    List<Contest> measure(int warmUps, int rounds) throws Exception {
        Progress progress = new Progress("readings of each card", warmUps + rounds);
        for (int round = 1; round <= warmUps + rounds; round++) {
            for (Contest contest : contests) {
                if (round <= warmUps) {
                    contest.warmUp();
                } else {
                    contest.round();
                }
            }
            progress.done(round, "");
        }
        return contests;
    }
}
