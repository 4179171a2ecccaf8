package vn.tiepdon.api.card;

/**
 * One atomic update: signed records to store, then the revision to commit. What is null stays as it is.
 *
 * @param revision what the card has when this is done; higher than before
 * @param emergency the record with its signature
 * @param medication the same
 * @param visit the same; one visit to append to the log
 */
public record CardUpdate(long revision, byte[] emergency, byte[] medication, byte[] visit) {

    @Override
    public String toString() {
        return "CardUpdate[" + revision + "]";
    }
}
