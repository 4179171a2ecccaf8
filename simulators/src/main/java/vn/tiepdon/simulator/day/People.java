package vn.tiepdon.simulator.day;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everybody who has taken a number today, and what went wrong. */
final class People {

    private final Map<UUID, Patient> byTicket = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    void add(Patient patient) {
        byTicket.put(patient.ticket().id(), patient);
    }

    /** Null for somebody whom the simulation did not send. */
    Patient of(UUID ticket) {
        return byTicket.get(ticket);
    }

    /** Whoever has taken two numbers is there twice. */
    Collection<Patient> all() {
        return List.copyOf(byTicket.values());
    }

    int came() {
        return (int) all().stream().filter(it -> !it.renewed()).count();
    }

    /** The kiosk gave no number. */
    void turnedAway() {
        refused.incrementAndGet();
    }

    int refused() {
        return refused.get();
    }

    int served() {
        return (int) all().stream().filter(Patient::served).count();
    }

    int gone() {
        return (int) all().stream().filter(Patient::gone).count();
    }

    /** Who is neither served nor gone. */
    List<Patient> left() {
        return all().stream()
                .filter(it -> !it.served() && !it.gone() && !it.renewed())
                .toList();
    }

    /** Whether everybody who came is served or has gone. */
    boolean over(int expected) {
        return came() + refused() >= expected && left().isEmpty();
    }
}
