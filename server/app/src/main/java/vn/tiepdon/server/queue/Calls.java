package vn.tiepdon.server.queue;

/**
 * What a queue has called today.
 *
 * @param made calls of people who waited
 * @param inARow how many of the last ones went to somebody who goes first while others waited longer
 */
record Calls(int made, int inARow) {

    static final Calls NONE = new Calls(0, 0);
}
