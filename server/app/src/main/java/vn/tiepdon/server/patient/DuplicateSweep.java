package vn.tiepdon.server.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.likeness.Likeness;

/**
 * Compares all patients with those who are near them, a thousand or two at a time: first who has the same words in the
 * name and the same birth year, then who has the same whole birth date. Each step is a transaction that also says how far
 * it came; a search that was interrupted goes on there.
 */
@Service
public class DuplicateSweep {

    private static final Logger log = LoggerFactory.getLogger(DuplicateSweep.class);

    /** People of one step. */
    private static final int STEP = 2_000;

    /** Of people with one key no more are compared with each other: each pair costs some microseconds. */
    private static final int BLOCK = 400;

    private static final int ATTEMPTS = 5;

    /** Sorts the second pass behind the first, whose keys begin with a year. */
    private static final String BORN = "born ";

    private final SweepRows rows;
    private final People people;
    private final DuplicateRows duplicates;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;
    private final Set<FacilityId> running = ConcurrentHashMap.newKeySet();

    DuplicateSweep(
            SweepRows rows,
            People people,
            DuplicateRows duplicates,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.people = people;
        this.duplicates = duplicates;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Optional<SweepState> state(FacilityId facility) {
        return rows.find(facility);
    }

    public boolean runs(FacilityId facility) {
        return running.contains(facility);
    }

    /** Begins, or goes on, in the background; nothing happens when it runs already. */
    public void start(FacilityId facility) {
        if (running.add(facility)) {
            Thread thread = new Thread(() -> run(facility), "duplicates");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(FacilityId facility) {
        int failures = 0;
        try {
            for (boolean more = true; more && failures < ATTEMPTS; ) {
                try {
                    more = step(facility);
                    failures = 0;
                } catch (DataAccessException | TransactionException inTheWay) {
                    failures++;
                    log.warn("search for duplicates: {}", inTheWay.getClass().getSimpleName());
                }
            }
        } finally {
            running.remove(facility);
        }
    }

    /** @return whether there is more to do */
    boolean step(FacilityId facility) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> next(facility)));
        } catch (DuplicateKeyException another) {
            log.debug("another found the same pair at the same instant");
            return true;
        }
    }

    private boolean next(FacilityId facility) {
        Optional<SweepState> state = rows.find(facility);
        if (state.isEmpty() || state.get().ended()) {
            rows.begin(facility, clock.now());
        }
        String last = state.filter(it -> !it.ended()).map(SweepState::lastKey).orElse("");
        boolean second = last.startsWith(BORN);
        List<SweepRows.Keyed> some = second
                ? rows.behind(facility, "birth_date", last.substring(BORN.length()), STEP)
                : rows.behind(facility, "match_key", last, STEP);
        if (some.isEmpty()) {
            if (second) {
                rows.end(facility, clock.now());
                return false;
            }
            rows.advance(facility, BORN, 0, 0);
            return true;
        }
        Map<String, List<PatientId>> blocks = whole(some);
        int found = duplicates.note(facility, pairs(facility, blocks));
        String lastKey = List.copyOf(blocks.keySet()).get(blocks.size() - 1);
        int compared =
                second ? 0 : blocks.values().stream().mapToInt(List::size).sum();
        rows.advance(facility, second ? BORN + lastKey : lastKey, compared, found);
        return true;
    }

    /** By key; the last is left for the next step when it may go on, unless it fills a step on its own. */
    private static Map<String, List<PatientId>> whole(List<SweepRows.Keyed> some) {
        Map<String, List<PatientId>> blocks = new LinkedHashMap<>();
        some.forEach(one ->
                blocks.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one.id()));
        if (some.size() == STEP && blocks.size() > 1) {
            blocks.remove(some.get(STEP - 1).key());
        }
        return blocks;
    }

    private List<Pair> pairs(FacilityId facility, Map<String, List<PatientId>> blocks) {
        List<PatientId> near = blocks.entrySet().stream()
                .filter(block -> block.getKey().length() > 4 && block.getValue().size() > 1)
                .flatMap(block -> block.getValue().stream().limit(BLOCK))
                .toList();
        Map<PatientId, Known> known = people.byId(facility, near);
        List<Pair> pairs = new ArrayList<>();
        blocks.values().forEach(block -> {
            List<Known> here = block.stream()
                    .limit(BLOCK)
                    .map(known::get)
                    .filter(one -> one != null)
                    .toList();
            for (int i = 0; i < here.size(); i++) {
                for (int j = i + 1; j < here.size(); j++) {
                    add(pairs, here.get(i), here.get(j));
                }
            }
        });
        return pairs;
    }

    private static void add(List<Pair> pairs, Known one, Known other) {
        double score = Likeness.of(one.features(), other.features()).score();
        if (score >= Likeness.WORTH_A_LOOK) {
            pairs.add(Pair.of(one.id(), other.id(), score));
        }
    }
}
