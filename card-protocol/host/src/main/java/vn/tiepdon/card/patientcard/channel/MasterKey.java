package vn.tiepdon.card.patientcard.channel;

/**
 * The key of one role and generation from which every card's own keys come. It may lie in a token that never gives it
 * away: all it has to do is AES-CMAC. Used by many threads at once.
 */
@FunctionalInterface
public interface MasterKey {

    /** @return 16 bytes: AES-CMAC (NIST SP 800-38B) of the message */
    byte[] cmac(byte[] message);
}
