package vn.tiepdon.simulator.bench.screens;

import java.time.Duration;

/**
 * @param screens watching
 * @param calls in all; after half of them the server is killed
 * @param pause between two calls, so that a hospital's day is measured and not a queue of our own
 * @param atMost no call begins later
 */
record ScreensPlan(int screens, int calls, Duration pause, Duration atMost) {}
