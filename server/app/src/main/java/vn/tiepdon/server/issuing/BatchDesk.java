package vn.tiepdon.server.issuing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.NewCardBatch;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.StaffMember;

/** Cards for many patients, one blank after the other. */
@Service
class BatchDesk {

    static final int MOST = 5_000;
    /** As {@code chronic_programme} knows them. */
    static final List<String> PROGRAMMES = List.of("HYPERTENSION", "DIABETES", "COPD");

    private static final int LONGEST_NAME = 80;
    private static final int REFUSED_IN_A_ROW = 200;
    private static final int PACE_OF = 20;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z.-]{1,20}");

    private final Batches batches;
    private final BatchItems items;
    private final OrderDesk desk;
    private final Orders orders;
    private final OrderTrail trail;
    private final HospitalClock clock;

    BatchDesk(Batches batches, BatchItems items, OrderDesk desk, Orders orders, OrderTrail trail, HospitalClock clock) {
        this.batches = batches;
        this.items = items;
        this.desk = desk;
        this.orders = orders;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws vn.tiepdon.server.fault.Refusal when there is nobody in it, or more than 5,000 */
    @Transactional
    CardBatch make(StaffMember staff, String source, NewCardBatch wish) {
        String name = wish.name() == null ? "" : wish.name().strip();
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, FaultCode.REQUEST_INVALID, "no name");
        boolean programme = wish.programme() != null && !wish.programme().isBlank();
        require(!programme || PROGRAMMES.contains(wish.programme()), FaultCode.REQUEST_INVALID, "no such programme");
        Set<String> codes = programme || wish.hospitalCodes() == null ? Set.of() : codes(wish.hospitalCodes());
        Collection<PatientId> patients = programme
                ? batches.withoutCard(staff.facility(), wish.programme(), MOST)
                : batches.named(staff.facility(), codes);
        require(!patients.isEmpty(), FaultCode.PATIENT_UNKNOWN, "a batch of nobody");
        Instant now = clock.now();
        Batches.Batch batch = new Batches.Batch(
                UUID.randomUUID(), name, Math.max(0, codes.size() - patients.size()), now, staff.login());
        batches.add(staff.facility(), batch);
        items.add(staff.facility(), batch.id(), patients, now);
        note(staff, source, "card.batch.make", patients.size() + " in " + batch.id());
        return view(staff.facility(), batch);
    }

    /** The order for the next blank card; empty when nobody waits who is not in other hands. */
    @Transactional
    Optional<Order> next(StaffMember staff, String source, UUID id) {
        FacilityId facility = staff.facility();
        batches.lock(facility, id).orElseThrow(() -> unknown(id));
        for (int i = 0; i < REFUSED_IN_A_ROW; i++) {
            Instant now = clock.now();
            Optional<BatchItems.Next> next = items.next(facility, id, staff.login(), now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (next.get().liveOrder() != null) {
                return Optional.of(orders.get(facility, next.get().liveOrder()));
            }
            Optional<FaultCode> refused = desk.refusal(facility, next.get().patient(), CardOrderKind.ISSUE, null);
            if (refused.isPresent()) {
                items.refused(facility, id, next.get().item(), refused.get(), now);
                continue;
            }
            Order order = desk.make(staff, source, next.get().patient(), CardOrderKind.ISSUE, null, id);
            items.ordered(facility, id, next.get().item(), order.id(), now);
            return Optional.of(order);
        }
        return Optional.empty();
    }

    /** Puts those back that failed. */
    @Transactional
    int retry(StaffMember staff, String source, UUID id) {
        get(staff.facility(), id);
        int again = items.retry(staff.facility(), id, clock.now());
        note(staff, source, "card.batch.retry", again + " in " + id);
        return again;
    }

    Batches.Batch get(FacilityId facility, UUID id) {
        return batches.find(facility, id).orElseThrow(() -> unknown(id));
    }

    CardBatch view(FacilityId facility, Batches.Batch batch) {
        Map<BatchItems.State, Integer> counts = items.counts(facility, batch.id());
        int waiting = counts.getOrDefault(BatchItems.State.WAITING, 0);
        return new CardBatch(
                batch.id().toString(),
                batch.name(),
                waiting,
                counts.getOrDefault(BatchItems.State.ISSUED, 0),
                counts.getOrDefault(BatchItems.State.FAILED, 0),
                batch.unknown(),
                secondsLeft(batches.finished(facility, batch.id(), PACE_OF), waiting));
    }

    /** By the middle of the last cards' times: a pause for lunch does not count. Null for fewer than three cards. */
    private static Long secondsLeft(List<Instant> finished, int waiting) {
        if (finished.size() < 3) {
            return null;
        }
        long[] gaps = IntStream.range(1, finished.size())
                .mapToLong(i ->
                        Duration.between(finished.get(i), finished.get(i - 1)).toMillis())
                .sorted()
                .toArray();
        return gaps[gaps.length / 2] * waiting / 1000;
    }

    private static Set<String> codes(List<String> asked) {
        Set<String> codes = new LinkedHashSet<>();
        for (String code : asked) {
            String typed = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
            if (!typed.isEmpty()) {
                require(CODE.matcher(typed).matches(), FaultCode.REQUEST_INVALID, "no hospital code");
                codes.add(typed);
            }
        }
        if (codes.size() > MOST) {
            throw new BatchTooLongException(codes.size());
        }
        return codes;
    }

    private void note(StaffMember staff, String source, String action, String object) {
        trail.note(staff.facility(), staff.login(), source, action, object, "ok");
    }

    private static void require(boolean holds, FaultCode otherwise, String detail) {
        if (!holds) {
            throw new OrderRefusedException(otherwise, detail);
        }
    }

    private static OrderRefusedException unknown(UUID id) {
        return new OrderRefusedException(FaultCode.NOT_FOUND, "batch " + id);
    }
}
