package vn.tiepdon.server.queue.order;

/**
 * What a queue has called today.
 *
 * @param made calls of people who waited
 * @param inARow how many of the last ones went to somebody who goes first while others waited longer
 */
public record Calls(int made, int inARow) {

    public static final Calls NONE = new Calls(0, 0);
}
