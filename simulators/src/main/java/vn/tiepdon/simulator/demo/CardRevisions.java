package vn.tiepdon.simulator.demo;

import vn.tiepdon.card.patientcard.CardDirectory;

/**
 * What a patient card said of itself before and after its patient stood at the kiosk.
 *
 * @param before the revision of its records
 * @param after the same
 * @param visitsBefore in its log
 * @param visitsAfter the same
 */
record CardRevisions(long before, long after, int visitsBefore, int visitsAfter) {

    static CardRevisions of(CardDirectory before, CardDirectory after) {
        return new CardRevisions(before.revision(), after.revision(), before.visits(), after.visits());
    }
}
