package vn.tiepdon.server.queue;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.RoomId;

/** Where a patient is to go after this place, in order. Stored as {@code 31 4/12}: clinics, or clinic and room. */
public record Way(List<Leg> legs) {

    public static final Way OVER = new Way(List.of());

    /** Longer ways are mistakes; the column has room for them. */
    public static final int MOST = 12;

    public Way {
        legs = List.copyOf(legs);
    }

    public static Way parse(String text) {
        if (text.isEmpty()) {
            return OVER;
        }
        return new Way(Arrays.stream(text.split(" ")).map(Way::leg).toList());
    }

    private static Leg leg(String text) {
        String[] parts = text.split("/");
        ClinicId clinic = new ClinicId(Integer.parseInt(parts[0]));
        return parts.length == 1 ? Leg.to(clinic) : Leg.back(clinic, new RoomId(Integer.parseInt(parts[1])));
    }

    public String text() {
        return legs.stream()
                .map(it -> it.clinic().value()
                        + it.room().map(room -> "/" + room.value()).orElse(""))
                .collect(joining(" "));
    }

    public Optional<Leg> next() {
        return legs.stream().findFirst();
    }

    Way rest() {
        return new Way(legs.subList(1, legs.size()));
    }

    Way after(List<Leg> first) {
        return new Way(Stream.concat(first.stream(), legs.stream()).toList());
    }

    /** Whether it leads to a clinic again. */
    boolean leadsTo(ClinicId clinic) {
        return legs.stream().anyMatch(it -> it.clinic().equals(clinic));
    }
}
