package vn.tiepdon.server.room;

/** What a room may do with its current number, as the path of a request names it. */
enum Act {
    NEXT,
    RECALL,
    ENTER,
    MISS,
    LATER
}
