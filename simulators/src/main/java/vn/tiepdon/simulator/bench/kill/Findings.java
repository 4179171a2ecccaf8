package vn.tiepdon.simulator.bench.kill;

/**
 * What the witness found; everything after {@code committedButCutOff} should be 0.
 *
 * @param kills as many as there was time for
 * @param acknowledged check-in ids with an answer
 * @param cutOff check-ins without an answer when the server died
 * @param committedButCutOff of these, how many the server had committed and could not say so any more
 * @param duplicates further patients with a number that somebody else has, in the same clinic on the same day
 * @param gaps numbers below the highest that no ticket has
 * @param lost acknowledged tickets that are not in the database as they were acknowledged
 * @param changed ids that got another ticket when sent again
 * @param surplus new tickets in the database that no answer named
 * @param unanswered ids without an answer even at the end
 * @param eventGaps sequence numbers of the event table that no event has: a call screen would have missed one
 * @param torn half transactions: tickets without event or answer, counters that are behind what they count
 * @param refused ids that got a refusal
 */
record Findings(
        int kills,
        int acknowledged,
        int cutOff,
        int committedButCutOff,
        int duplicates,
        int gaps,
        int lost,
        int changed,
        int surplus,
        int unanswered,
        int eventGaps,
        int torn,
        int refused) {}
