package vn.tiepdon.simulator.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Ticket;

/** A witness that overlooks something would call a broken server good: every kind of fault is planted here. */
class WitnessTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Slot.Queue HEART = new Slot.Queue("TIM", DAY);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final Witness witness = new Witness();
    private final List<Issued> stored = new ArrayList<>();

    @Test
    void aServerThatKeepsItsPromisesIsFoundFaultless() {
        promiseAndStore("A", 1);
        promiseAndStore("B", 2);
        assertThat(judge(2)).isEqualTo(new Findings(0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aNumberPromisedToTwoPatientsIsADuplicate() {
        promiseAndStore("A", 1);
        promise("B", 1);
        assertThat(judge(1).duplicates()).isEqualTo(1);
        assertThat(judge(1).lost()).isEqualTo(1);
    }

    @Test
    void aNumberStoredForAnotherPatientThanPromisedIsADuplicate() {
        promise("A", 1);
        stored.add(new Issued(UUID.randomUUID(), new Slot("TIM", DAY, 1), "B"));
        assertThat(judge(1).duplicates()).isEqualTo(1);
    }

    @Test
    void theSameNumberAtAnotherClinicOrOnAnotherDayIsNone() {
        promiseAndStore("A", 1);
        stored.add(new Issued(UUID.randomUUID(), new Slot("MAT", DAY, 1), "B"));
        stored.add(new Issued(UUID.randomUUID(), new Slot("TIM", DAY.plusDays(1), 1), "B"));
        assertThat(judge(1).duplicates()).isZero();
        assertThat(judge(1).gaps()).isZero();
    }

    @Test
    void aNumberThatWasNeverGivenOutIsAGap() {
        promiseAndStore("A", 1);
        promiseAndStore("B", 3);
        assertThat(judge(3)).isEqualTo(new Findings(0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aCounterAheadOfItsTicketsIsAGap() {
        promiseAndStore("A", 1);
        assertThat(judge(2).gaps()).isEqualTo(1);
    }

    @Test
    void aPromisedTicketThatIsNotStoredIsLostAndLeavesAGap() {
        promiseAndStore("A", 1);
        promise("B", 2);
        assertThat(judge(1)).isEqualTo(new Findings(0, 2, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aTicketNobodyWasPromisedIsSurplusUnlessItWasThereBefore() {
        Issued early = new Issued(UUID.randomUUID(), new Slot("TIM", DAY, 1), "A");
        stored.add(early);
        promiseAndStore("B", 2);
        stored.add(new Issued(UUID.randomUUID(), new Slot("TIM", DAY, 3), "B"));
        Ledger before = new Ledger(List.of(early), Map.of(), 0, 0);
        assertThat(witness.judge(before, new Ledger(stored, Map.of(HEART, 3), 0, 0)))
                .isEqualTo(new Findings(0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void anotherAnswerToTheSameIdIsABrokenPromise() {
        Attempt attempt = attempt("A");
        Ticket ticket = ticket(1, START);
        witness.sends(attempt);
        witness.answered(attempt, ticket);
        witness.answered(attempt, ticket);
        assertThat(judge(0).changed()).isZero();
        witness.answered(attempt, ticket(2, START));
        assertThat(judge(0).changed()).isEqualTo(1);
    }

    @Test
    void whatTheKillCutOffIsOpenUntilItIsAnswered() {
        Attempt committed = attempt("A");
        Attempt unheard = attempt("B");
        Attempt refused = attempt("C");
        List.of(committed, unheard, refused).forEach(witness::sends);
        witness.killed(START.plusSeconds(1));
        assertThat(witness.unanswered()).containsExactly(committed, unheard, refused);

        witness.answered(committed, ticket(1, START));
        witness.refused(refused);
        assertThat(witness.unanswered()).containsExactly(unheard);
        Findings found = witness.judge(Ledger.EMPTY, Ledger.EMPTY);
        assertThat(found.cutOff()).isEqualTo(3);
        assertThat(found.committedButCutOff()).isEqualTo(1);
        assertThat(found.unanswered()).isEqualTo(1);
        assertThat(found.refused()).isEqualTo(1);
    }

    @Test
    void theLatestPromisesAreAlwaysAmongThoseRepeated() {
        for (int number = 1; number <= 50; number++) {
            promiseAndStore("P" + number, number);
        }
        List<Attempt> repeated = witness.promisesToRepeat(2, 5, new Random(1));
        assertThat(repeated).hasSize(7);
        assertThat(repeated.subList(0, 2)).extracting(Attempt::patient).containsExactly("P49", "P50");
    }

    private Findings judge(int counter) {
        return witness.judge(Ledger.EMPTY, new Ledger(stored, Map.of(HEART, counter), 0, 0));
    }

    private void promiseAndStore(String patient, int number) {
        stored.add(promise(patient, number));
    }

    private Issued promise(String patient, int number) {
        Attempt attempt = attempt(patient);
        Ticket ticket = ticket(number, START);
        witness.sends(attempt);
        witness.answered(attempt, ticket);
        return new Issued(ticket.id(), new Slot("TIM", DAY, number), patient);
    }

    private static Attempt attempt(String patient) {
        return new Attempt(UUID.randomUUID(), 0, patient, new CheckInRequest(UUID.randomUUID(), "TIM"));
    }

    private static Ticket ticket(int number, Instant issued) {
        Text text = new Text("Tim mạch", "Cardiology");
        return new Ticket(
                UUID.randomUUID(),
                number,
                "TIM",
                text,
                "12",
                text,
                DAY,
                issued.atOffset(ZoneOffset.ofHours(7)),
                0,
                Ticket.State.WAITING,
                "code");
    }
}
