package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.citizen.CitizenIdentity;
import vn.tiepdon.card.citizen.KeyCandidates;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.RightLength;
import vn.tiepdon.card.transport.SessionLimit;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Cards that answer wrongly, in ways drawn from a seed: whatever they do, a reading ends, and ends with the right person
 * or with nobody. {@code -Dtiepdon.chip.seeds=2000} draws more of them.
 */
class FaultyCardReadingTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final int SEEDS = Integer.getInteger("tiepdon.chip.seeds", 300);
    private static final int MOST_COMMANDS = 400;
    private static final List<Set<Quirk>> CARDS = List.of(
            Set.of(Quirk.NO_PACE), Set.of(Quirk.NO_PACE, Quirk.SHORT_READS), Set.of(), Set.of(Quirk.EXTENDED_LENGTH));

    private enum Fault {
        BIT,
        CUT,
        LONGER,
        GARBAGE,
        EMPTY,
        STATUS,
        RIGHT_LENGTH,
        SILENCE
    }

    @Test
    void aFaultyCardIsReadRightOrNotAtAll() throws Exception {
        TestAuthority authority = TestAuthority.vietnam();
        List<VirtualCitizenCard> cards = CARDS.stream()
                .map(quirks -> VirtualCitizenCard.of(CITIZEN, authority, quirks))
                .toList();
        CitizenIdentity right = read(cards.get(0).transport()).orElseThrow();
        Map<String, Integer> ends = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            VirtualCitizenCard card = cards.get((int) (seed % cards.size()));
            card.reset();
            ends.merge(end(card, seed, right), 1, Integer::sum);
        }
        System.out.println("faulty chip ID cards: " + ends);
        assertThat(ends).containsKey("read");
    }

    private static String end(VirtualCitizenCard card, long seed, CitizenIdentity right) {
        long start = System.nanoTime();
        try {
            Optional<CitizenIdentity> identity = read(faulty(card, seed));
            assertThat(identity).as("seed %d", seed).contains(right);
            return "read";
        } catch (TransportException | CitizenChipException e) {
            assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("0011900", "Mẫu", "MAU", "900115");
            assertThat(e.getCause()).as("seed %d", seed).isNull();
            return e.getClass().getSimpleName();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed, e);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d", seed)
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Optional<CitizenIdentity> read(Transport card) throws TransportException, CitizenChipException {
        List<AccessKey> keys = KeyCandidates.of(
                CITIZEN.nationalNumber(), CITIZEN.birthDate(), Optional.empty(), LocalDate.of(2026, 11, 22));
        return Optional.of(new ChipReader((done, total) -> {})
                .read(card.then(RightLength::new).then(FaultyCardReadingTest::limited), keys, new byte[8])
                .identity());
    }

    private static Transport limited(Transport card) {
        return new SessionLimit(card, MOST_COMMANDS, Duration.ofSeconds(8));
    }

    /** One to three faults, each at a command of its own. */
    private static Transport faulty(VirtualCitizenCard card, long seed) {
        Random random = new Random(seed);
        Map<Integer, Fault> faults = new TreeMap<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            faults.put(random.nextInt(40), Fault.values()[random.nextInt(Fault.values().length)]);
        }
        int[] count = {0};
        return command -> {
            byte[] answer = card.transmit(command);
            Fault fault = faults.get(count[0]++);
            return fault == null ? answer : spoilt(answer, fault, random);
        };
    }

    private static byte[] spoilt(byte[] answer, Fault fault, Random random) throws TransportException {
        byte[] status = {(byte) (0x60 + random.nextInt(16)), (byte) random.nextInt(256)};
        return switch (fault) {
            case BIT -> {
                byte[] flipped = answer.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case CUT -> java.util.Arrays.copyOf(answer, random.nextInt(answer.length));
            case LONGER -> {
                byte[] longer = java.util.Arrays.copyOf(answer, answer.length + 1 + random.nextInt(300));
                longer[longer.length - 2] = (byte) 0x90;
                yield longer;
            }
            case GARBAGE -> {
                byte[] garbage = new byte[2 + random.nextInt(300)];
                random.nextBytes(garbage);
                yield garbage;
            }
            case EMPTY -> new byte[0];
            case STATUS -> status;
            case RIGHT_LENGTH -> new byte[] {0x6C, status[1]};
            case SILENCE -> throw new CardMuteException(null);
        };
    }
}
