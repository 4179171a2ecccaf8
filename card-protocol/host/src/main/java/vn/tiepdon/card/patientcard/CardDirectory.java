package vn.tiepdon.card.patientcard;

import java.util.Optional;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/**
 * What a card says about itself when it is selected; nobody has vouched for it.
 *
 * @param identityLength of the identity file, in bytes; 0 while it is empty. The other files alike
 * @param reading the key set in force of that role; the others alike
 * @param revision the server's counter for this card, of the last update that it took
 * @param visits in the log
 * @param visitCapacity room for visits
 * @param freeMemory in bytes; 32,767 stands for that or more
 */
public record CardDirectory(
        int layout,
        Lifecycle state,
        int identityLength,
        int emergencyLength,
        int medicationLength,
        Optional<KeyVersion> reading,
        Optional<KeyVersion> writing,
        Optional<KeyVersion> administering,
        long revision,
        int visits,
        int visitCapacity,
        int freeMemory,
        CardSerial serial) {

    /** Of a card that identifies its holder. */
    public CardDirectory requireInUse() throws CardBlankException, CardBlockedException, CardEndedException {
        requireIdentity();
        if (state == Lifecycle.BLOCKED) {
            throw new CardBlockedException();
        }
        return this;
    }

    /** Of a card that can be personalised. */
    public CardDirectory requireBlank() throws CardAlreadyPersonalisedException {
        if (state != Lifecycle.BLANK) {
            throw new CardAlreadyPersonalisedException();
        }
        return this;
    }

    /** Of a card that shows whose it is, or was. */
    CardDirectory requireIdentity() throws CardBlankException, CardEndedException {
        if (state == Lifecycle.BLANK) {
            throw new CardBlankException();
        }
        if (state == Lifecycle.ENDED) {
            throw new CardEndedException();
        }
        return this;
    }

    /** Names no chip and no holder. */
    @Override
    public String toString() {
        return "CardDirectory[" + state + ", revision " + revision + "]";
    }
}
