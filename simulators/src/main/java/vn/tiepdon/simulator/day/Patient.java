package vn.tiepdon.simulator.day;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.api.kiosk.Wait;

/** Somebody with a number: where they are, and what they were told. Safe for many threads. */
final class Patient {

    /** What a kiosk said of the wait. */
    record Told(Instant at, Wait range) {}

    private final Coming coming;
    private final boolean goesFirst;
    private final Ticket ticket;
    private final List<Told> told = new ArrayList<>();
    private final Deque<String> way = new ArrayDeque<>();
    private int stays;
    private boolean sent;
    private boolean strayed;
    private boolean called;
    private boolean missed;
    private boolean transferred;
    private boolean served;
    private boolean gone;
    private boolean renewed;
    private Instant awayUntil = Instant.MIN;

    Patient(Coming coming, boolean goesFirst, Ticket ticket) {
        this.coming = coming;
        this.goesFirst = goesFirst;
        this.ticket = ticket;
        told(new Told(issuedAt(), ticket.expectedWait()));
    }

    Coming coming() {
        return coming;
    }

    /** By age, as the law says. */
    boolean goesFirst() {
        return goesFirst;
    }

    Ticket ticket() {
        return ticket;
    }

    Instant issuedAt() {
        return ticket.issuedAt().toInstant();
    }

    synchronized void told(Told one) {
        if (one.range() != null) {
            told.add(one);
        }
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    synchronized boolean called() {
        return called;
    }

    /** Called: whoever strays does it now, once. */
    synchronized boolean comes(Instant now) {
        called = true;
        if (!strayed && coming.manner() != Coming.Manner.WAITS) {
            strayed = true;
            awayUntil =
                    coming.manner() == Coming.Manner.LEAVES ? Instant.MAX : now.plusSeconds(60L * coming.awayMinutes());
        }
        return !now.isBefore(awayUntil);
    }

    /** @return when the patient will be at the door; null when never */
    synchronized Instant missed() {
        missed = true;
        gone = awayUntil.equals(Instant.MAX);
        return gone ? null : awayUntil;
    }

    /** In a room. @return how long this time is, over what is usual there */
    synchronized double stay() {
        missed = false;
        double length = coming.lengths().get(Math.min(stays, coming.lengths().size() - 1));
        stays++;
        return length;
    }

    /** Whether the doctor has seen the patient before today, before the laboratory. */
    synchronized boolean comesBack() {
        return sent;
    }

    /** Where the doctor sends to; the patient comes back then. */
    synchronized List<String> trips() {
        return sent ? List.of() : coming.trips();
    }

    synchronized String transfer() {
        return transferred ? null : coming.transfer();
    }

    /** @return the next place */
    synchronized String sent(List<String> to, String back) {
        sent = true;
        way.addAll(to);
        if (back != null) {
            way.add(back);
        }
        return moveOn();
    }

    synchronized String transferred(String to) {
        transferred = true;
        return to;
    }

    /** @return the next place; null at the end of the way */
    synchronized String moveOn() {
        String next = way.poll();
        served = next == null;
        return next;
    }

    synchronized boolean served() {
        return served;
    }

    /** Went home before being seen. */
    synchronized boolean gone() {
        return gone;
    }

    synchronized boolean waitsOutside() {
        return missed && !gone && !renewed;
    }

    /** Came back too late for this number and has another. */
    synchronized void takesAnother() {
        renewed = true;
    }

    synchronized boolean renewed() {
        return renewed;
    }

    /** Whether the queue alone decided about the first wait. */
    synchronized boolean plain() {
        return coming.transfer() == null && !coming.appointment();
    }
}
