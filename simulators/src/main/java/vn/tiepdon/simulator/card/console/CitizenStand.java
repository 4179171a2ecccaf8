package vn.tiepdon.simulator.card.console;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.citizen.CardTiming;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.FaultyCard;
import vn.tiepdon.simulator.card.citizen.Quirk;
import vn.tiepdon.simulator.card.citizen.TestAuthority;
import vn.tiepdon.simulator.card.citizen.TimedCard;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;

/** A chip ID card that is issued anew when somebody types another quirk. */
final class CitizenStand implements VirtualCard, ConsoleWords {

    private final Citizen citizen;
    private final TestAuthority authority;
    private final Optional<CardTiming> timing;
    private final long seed;
    private Set<Quirk> quirks;
    private int faults;
    private volatile VirtualCard card;

    CitizenStand(
            Citizen citizen,
            TestAuthority authority,
            List<Quirk> quirks,
            Optional<CardTiming> timing,
            int faults,
            long seed) {
        this.citizen = citizen;
        this.authority = authority;
        this.timing = timing;
        this.seed = seed;
        this.quirks = setOf(quirks);
        this.faults = faults;
        this.card = issue();
    }

    private static Set<Quirk> setOf(List<Quirk> quirks) {
        return quirks.isEmpty() ? Set.of() : EnumSet.copyOf(quirks);
    }

    private VirtualCard issue() {
        VirtualCitizenCard bare = VirtualCitizenCard.of(citizen, authority, quirks);
        VirtualCard timed = timing.isPresent() ? TimedCard.sleeping(bare, timing.get()) : bare;
        return faults > 0 ? FaultyCard.often(timed, seed, faults) : timed;
    }

    @Override
    public String help() {
        return ", front, back, quirks [NAME NAME …], faults N";
    }

    @Override
    public Optional<String> obey(String line) {
        List<String> typed = List.of(line.split(" +"));
        List<String> rest = typed.subList(1, typed.size());
        return switch (typed.get(0)) {
            case "front" -> Optional.of(citizen.cardCode());
            case "back" -> Optional.of(String.join(System.lineSeparator(), citizen.zone()));
            case "quirks" -> reissue(rest);
            case "faults" -> rest.size() == 1 ? spoil(rest.get(0)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> reissue(List<String> names) {
        try {
            quirks = setOf(names.stream()
                    .map(name -> Quirk.valueOf(name.toUpperCase(Locale.ROOT)))
                    .toList());
        } catch (IllegalArgumentException e) {
            return Optional.of("there is: " + Arrays.toString(Quirk.values()));
        }
        card = issue();
        return Optional.of("issued anew: " + (quirks.isEmpty() ? "the usual card" : quirks) + "; now present it");
    }

    private Optional<String> spoil(String perThousand) {
        if (!perThousand.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        faults = Integer.parseInt(perThousand);
        card = issue();
        return Optional.of("issued anew: " + faults + " answers of a thousand go wrong; now present it");
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] commandApdu) {
        return card.transmit(commandApdu);
    }

    @Override
    public void reset() {
        card.reset();
    }
}
