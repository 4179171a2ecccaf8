package vn.tiepdon.simulator.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import vn.tiepdon.simulator.printer.PrintedTicket;

/** A patient at the kiosk who knows the way: shows something, says yes, takes the first clinic. */
public final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CONFIRM = "Confirm";
    private static final Set<String> ASKED = Set.of("AskConsent", CONFIRM);
    private static final String PRINT_ENDED = "PrintEnded";

    private final KioskRig kiosk;
    private final Finger finger;
    private final Watcher watcher;

    /** @param watcher told the name of each screen while it can be seen */
    public Visitor(KioskRig kiosk, Watcher watcher) {
        this.kiosk = kiosk;
        this.finger = kiosk.finger();
        this.watcher = watcher;
    }

    /**
     * @param showing puts the card on the reader or the code before the scanner
     * @param paper whether a ticket is to come out of the printer
     * @throws TimeoutException when no ticket comes out
     */
    public Visit checkIn(Showing showing, boolean paper) throws InterruptedException, TimeoutException, IOException {
        int before = kiosk.printer().tickets().size();
        kiosk.lookAway();
        long shown = System.nanoTime();
        showing.show();
        return takeNumber(before, shown, seeConfirm(), paper);
    }

    /**
     * Shows the code of an ID card, agrees that its chip is read, and puts the card on the reader.
     *
     * @return a visit that counts from the card, not from the code
     * @throws TimeoutException when no ticket comes out
     */
    public Visit checkInWithChip(Showing code, Showing card)
            throws InterruptedException, TimeoutException, IOException {
        int before = kiosk.printer().tickets().size();
        kiosk.lookAway();
        code.show();
        see("AskConsent");
        finger.touch(Place.PRIMARY);
        see("PlaceCitizenCard");
        long shown = System.nanoTime();
        card.show();
        see("ReadingChip");
        return takeNumber(before, shown, see(CONFIRM), true);
    }

    /**
     * Puts a card on the reader for which the hospital has news, looks at the own record until the card has been told,
     * and takes a number.
     *
     * @throws TimeoutException when no ticket comes out
     */
    public Visit checkInReading(Showing card) throws InterruptedException, TimeoutException, IOException {
        int before = kiosk.printer().tickets().size();
        kiosk.lookAway();
        long shown = System.nanoTime();
        card.show();
        long asked = seeConfirm();
        long agreed = finger.touch(Place.PRIMARY);
        long offered = see("ChooseClinic");
        finger.touch(Place.SECONDARY);
        see("History");
        finger.touch(Place.PRIMARY);
        see("ChooseClinic");
        long chosen = finger.touch(Place.FIRST_CLINIC);
        long numbered = seeNumber();
        PrintedTicket printed = kiosk.printer().awaitTicket(before + 1, PATIENCE);
        return new Visit(shown, asked, agreed, offered, chosen, numbered, printed);
    }

    /**
     * Has a new insurance card and uses it.
     *
     * @throws TimeoutException when no ticket comes out
     */
    public Visit checkInWithNewCard(Showing showing) throws InterruptedException, TimeoutException, IOException {
        int before = kiosk.printer().tickets().size();
        kiosk.lookAway();
        long shown = System.nanoTime();
        showing.show();
        long asked = seeConfirm();
        long agreed = finger.touch(Place.PRIMARY);
        see("AskNewCard");
        finger.touch(Place.PRIMARY);
        long offered = see("ChooseClinic");
        long chosen = finger.touch(Place.FIRST_CLINIC);
        long numbered = seeNumber();
        PrintedTicket printed = kiosk.printer().awaitTicket(before + 1, PATIENCE);
        return new Visit(shown, asked, agreed, offered, chosen, numbered, printed);
    }

    private Visit takeNumber(int before, long shown, long asked, boolean paper)
            throws InterruptedException, TimeoutException, IOException {
        long agreed = finger.touch(Place.PRIMARY);
        long offered = see("ChooseClinic");
        long chosen = finger.touch(Place.FIRST_CLINIC);
        long numbered = seeNumber();
        PrintedTicket printed = paper ? kiosk.printer().awaitTicket(before + 1, PATIENCE) : null;
        return new Visit(shown, asked, agreed, offered, chosen, numbered, printed);
    }

    /** Shows the same thing again and asks for the number on paper once more. */
    public PrintedTicket printAgain(Showing showing) throws InterruptedException, TimeoutException, IOException {
        int before = kiosk.printer().tickets().size();
        kiosk.lookAway();
        showing.show();
        seeConfirm();
        finger.touch(Place.PRIMARY);
        see("AlreadyWaiting");
        finger.touch(Place.PRIMARY);
        seeNumber();
        return kiosk.printer().awaitTicket(before + 1, PATIENCE);
    }

    /** Takes the card, touches the number away and waits until the kiosk has forgotten everything. */
    public void leave() throws InterruptedException {
        kiosk.slot().yank();
        finger.touch(Place.PRIMARY);
        see("Goodbye");
        finger.touch(Place.PRIMARY);
        see("Welcome");
    }

    /** Whoever shows the code of an ID card is asked first whether its chip may be read: this visitor says no. */
    private long seeConfirm() throws InterruptedException {
        Shown seen = kiosk.await(shown -> ASKED.contains(shown.screen()), CONFIRM, PATIENCE);
        watcher.saw(seen.screen());
        if (seen.screen().equals(CONFIRM)) {
            return seen.atNanos();
        }
        finger.touch(Place.SECONDARY);
        return see(CONFIRM);
    }

    /** The kiosk waits for its printer before it lets anybody go; a fast printer is done before the first drawing. */
    private long seeNumber() throws InterruptedException {
        Shown number = kiosk.await("TicketShown", PATIENCE);
        if (!number.after().equals(PRINT_ENDED)) {
            kiosk.await("TicketShown", PRINT_ENDED, PATIENCE);
        }
        watcher.saw("TicketShown");
        return number.atNanos();
    }

    private long see(String screen) throws InterruptedException {
        Shown seen = kiosk.await(screen, PATIENCE);
        watcher.saw(screen);
        return seen.atNanos();
    }
}
