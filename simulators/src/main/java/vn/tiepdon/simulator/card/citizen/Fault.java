package vn.tiepdon.simulator.card.citizen;

/** How an answer goes wrong. */
public enum Fault {
    /** One bit of the answer arrives the other way round. */
    BIT_ERROR,
    /** The end of the answer is missing, status word included. */
    TRUNCATED,
    /** 6Cxx instead of an answer; the card has not run the command. */
    WRONG_LENGTH,
    /** 6F00 instead of an answer; the card has not run the command. */
    GIVES_UP,
    /** Up to 300 random bytes instead of the answer. */
    GARBAGE,
    /** No answer, nor any other until the card is powered up again. */
    SILENCE
}
