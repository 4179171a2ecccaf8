package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import vn.tiepdon.simulator.card.VirtualCard;

/**
 * Cards that answer wrongly: whatever they do, a reading ends, and ends with the right person or with nobody.
 * {@code -Dtiepdon.chip.seeds=2000} tries more of them.
 */
class FaultyCardReadingTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final int SEEDS = Integer.getInteger("tiepdon.chip.seeds", 300);
    private static final int MOST_COMMANDS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final TestAuthority AUTHORITY = TestAuthority.vietnam();
    private static final List<VirtualCitizenCard> CARDS = List.of(
            card(Set.of(Quirk.NO_PACE)),
            card(Set.of(Quirk.NO_PACE, Quirk.SHORT_READS)),
            card(Set.of()),
            card(Set.of(Quirk.NO_ACTIVE_AUTHENTICATION)),
            card(Set.of(Quirk.EXTENDED_LENGTH)));

    private final Map<String, Integer> ends = new TreeMap<>();

    @Test
    void aCardThatIsOftenWrongIsReadRightOrNotAtAll() throws Exception {
        CitizenIdentity right = read(CARDS.get(0));
        for (int seed = 0; seed < SEEDS; seed++) {
            VirtualCitizenCard card = CARDS.get(seed % CARDS.size());
            FaultyCard faulty = FaultyCard.often(card, seed, 10 + seed % 7 * 15);
            end(faulty, right, "seed " + seed);
        }
        assertThat(ends).as("both ends happen").containsKey("read").hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCardThatIsWrongOnceAtAnyCommandIsReadRightOrNotAtAll(Fault fault) throws Exception {
        VirtualCitizenCard card = CARDS.get(0);
        CitizenIdentity right = read(card);
        for (int command = 1; command < 30; command++) {
            end(FaultyCard.once(card, command, fault, command), right, fault + " at command " + command);
        }
        assertThat(ends.getOrDefault("read", 0)).as("%s", ends).isGreaterThan(fault == Fault.WRONG_LENGTH ? 20 : 0);
    }

    private void end(VirtualCard card, CitizenIdentity right, String which) {
        long start = System.nanoTime();
        try {
            assertThat(read(card)).as(which).isEqualTo(right);
            ends.merge("read", 1, Integer::sum);
        } catch (TransportException | CitizenChipException e) {
            assertThat(e.getMessage()).as(which).doesNotContain("0011900", "Mẫu", "MAU", "900115");
            assertThat(e.getCause())
                    .as("%s: JMRTD's exceptions quote commands", which)
                    .isNull();
            ends.merge(e.getClass().getSimpleName(), 1, Integer::sum);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(which, e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(which).isLessThan(LONGEST);
    }

    /** As the kiosk reads: a card without an answer is mute, a wrong length is asked again, a session has an end. */
    private static CitizenIdentity read(VirtualCard card) throws TransportException, CitizenChipException {
        card.reset();
        Transport transport = command -> {
            byte[] answer = card.transmit(command);
            if (answer.length == 0) {
                throw new CardMuteException(null);
            }
            return answer;
        };
        List<AccessKey> keys = KeyCandidates.of(
                CITIZEN.nationalNumber(), CITIZEN.birthDate(), Optional.empty(), LocalDate.of(2026, 11, 22));
        return new ChipReader((done, total) -> {})
                .read(
                        transport.then(RightLength::new).then(next -> new SessionLimit(next, MOST_COMMANDS, LONGEST)),
                        keys,
                        new byte[8])
                .identity();
    }

    private static VirtualCitizenCard card(Set<Quirk> quirks) {
        return VirtualCitizenCard.of(CITIZEN, AUTHORITY, quirks);
    }
}
