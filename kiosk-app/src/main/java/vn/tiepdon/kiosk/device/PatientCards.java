package vn.tiepdon.kiosk.device;

import java.util.concurrent.CompletableFuture;

/** Talks to the patient card that was read last, in the session it was read in, while it still lies there. */
public interface PatientCards {

    /**
     * @return within some seconds, and never with an exception: a card that left, or does not want to, is told again the
     *     next time it comes
     */
    CompletableFuture<CardTold> tell(CardOrder order);

    /** Lets go of the card at the next command. What it has taken by then stands, whole. */
    void leave();
}
