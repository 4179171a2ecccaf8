package vn.tiepdon.server.queue.forecast;

/**
 * A first call of somebody at a place; times are minutes since the hospital's midnight.
 *
 * @param queued since when the one called had waited there
 * @param room 0 when nobody knows it any more
 */
record Called(double queued, double at, int room) {}
