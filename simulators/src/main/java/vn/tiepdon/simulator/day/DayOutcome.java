package vn.tiepdon.simulator.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tiepdon.simulator.harness.HallListener;
import vn.tiepdon.simulator.harness.HallListener.Heard;

/**
 * How a day ended.
 *
 * @param gone went home before being seen
 * @param refused got no number
 * @param lost took a number, stayed, and was not served to the end
 * @param doubled numbers that two hold
 * @param gaps numbers left out between the first and the last of each clinic
 * @param changed check-ins that are answered otherwise than they were
 * @param stillOpen numbers that stand though their patients are served
 * @param unheard events that the hall's screen did not get
 * @param behind how much later than they should 99 of 100 steps began at most, in the house's time: how far this machine
 *     could follow
 */
public record DayOutcome(
        List<FirstWait> waits,
        int came,
        int served,
        int gone,
        int refused,
        int lost,
        int doubled,
        int gaps,
        int changed,
        int stillOpen,
        long unheard,
        Duration behind) {

    private static final Set<String> COMING = Set.of("ticket-issued", "ticket-arrived", "ticket-back");
    private static final double HALF_AN_HOUR = 30;
    private static final double ABOUT = 6;

    /** @param others whether somebody else takes numbers and calls too, which leaves gaps here */
    public boolean whole(boolean others) {
        return lost + refused + doubled + changed + stillOpen == 0 && (others || gaps + unheard == 0);
    }

    static DayOutcome of(DayPlan plan, People people, HallListener hall, Lobby lobby, Duration behind)
            throws InterruptedException {
        Collection<Patient> all = people.all();
        Map<String, Set<Integer>> numbers = new HashMap<>();
        all.forEach(it -> numbers.computeIfAbsent(it.ticket().clinicCode(), clinic -> new HashSet<>())
                .add(it.ticket().number()));
        int given = numbers.values().stream().mapToInt(Set::size).sum();
        int span = numbers.values().stream()
                .mapToInt(each -> each.stream().mapToInt(it -> it).max().orElse(0))
                .sum();
        return new DayOutcome(
                waits(plan, people, hall.heard()),
                people.came(),
                people.served(),
                people.gone(),
                people.refused(),
                people.left().size(),
                all.size() - given,
                span - given,
                lobby.changed(),
                lobby.stillOpen(),
                hall.lost(),
                behind);
    }

    /**
     * A first call at a place.
     *
     * @param queued the event with which the number began to wait there
     */
    private record FirstCall(UUID ticket, String clinic, long queued, long called, Instant at) {}

    static List<FirstWait> waits(DayPlan plan, People people, List<Heard> heard) {
        Map<String, String> clinics = new HashMap<>();
        plan.rooms().forEach(room -> clinics.put(room.room(), room.clinic()));
        Map<UUID, Long> queued = new HashMap<>();
        List<FirstCall> calls = new ArrayList<>();
        for (Heard event : heard) {
            if (COMING.contains(event.kind())) {
                long since = keepsPlace(people.of(event.ticket()))
                        ? queued.getOrDefault(event.ticket(), event.seq())
                        : event.seq();
                queued.put(event.ticket(), since);
            } else if (event.kind().equals("ticket-called")
                    && event.calls() == 1
                    && queued.containsKey(event.ticket())) {
                String clinic = clinics.getOrDefault(event.room(), "");
                calls.add(new FirstCall(event.ticket(), clinic, queued.get(event.ticket()), event.seq(), event.at()));
            }
        }
        List<FirstWait> waits = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        for (FirstCall call : calls) {
            Patient patient = people.of(call.ticket());
            if (patient != null && known.add(call.ticket())) {
                waits.add(wait(patient, call, calls));
            }
        }
        return waits;
    }

    /** Who was in the wrong clinic stands in the right one's queue as if there from the beginning. */
    private static boolean keepsPlace(Patient patient) {
        return patient != null && patient.coming().transfer() != null;
    }

    private static FirstWait wait(Patient patient, FirstCall call, List<FirstCall> calls) {
        int overtaken = (int) calls.stream()
                .filter(other -> other.clinic().equals(call.clinic()))
                .filter(other -> other.queued() > call.queued() && other.called() < call.called())
                .count();
        return new FirstWait(
                minutes(patient.issuedAt(), call.at()),
                patient.goesFirst(),
                patient.plain(),
                overtaken,
                patient.told().stream()
                        .findFirst()
                        .filter(it -> it.at().equals(patient.issuedAt()))
                        .map(it -> FirstWait.Error.of(it.range(), minutes(it.at(), call.at()))),
                patient.told().stream()
                        .filter(it -> Math.abs(minutes(it.at(), call.at()) - HALF_AN_HOUR) <= ABOUT)
                        .findFirst()
                        .map(it -> FirstWait.Error.of(it.range(), minutes(it.at(), call.at()))));
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 60_000.0;
    }
}
