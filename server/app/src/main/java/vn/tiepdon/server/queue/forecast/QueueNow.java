package vn.tiepdon.server.queue.forecast;

import java.util.List;
import java.util.Set;

/**
 * A queue at an instant.
 *
 * @param at minutes since the hospital's midnight
 * @param today the calls until then
 * @param rooms of the clinic, those that call nobody today among them
 * @param paused of the rooms
 * @param waiting so many do
 * @param longest since when somebody who may go to any room has waited, minutes since midnight; {@code at} when nobody does
 * @param overtaken how often each of those who wait was overtaken, in the order in which they would be called; those who
 *     are not in the list never were
 */
record QueueNow(
        double at,
        DayCalls today,
        List<Integer> rooms,
        Set<Integer> paused,
        int waiting,
        double longest,
        List<Integer> overtaken) {}
