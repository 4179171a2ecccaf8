package vn.tiepdon.server.exchange;

import java.util.Optional;
import vn.tiepdon.server.history.IntakeResult;

/** What became of a record on its way into the database. */
public sealed interface WriteResult {

    /**
     * @param newPatient the record made a patient
     * @param perhapsKnown that patient may be somebody who is here already: the desk looks
     */
    record Written(IntakeResult result, boolean newPatient, boolean perhapsKnown) implements WriteResult {}

    /** Nothing of it was written. */
    record Refused(Refusal refusal) implements WriteResult {

        public static Refused of(RefusalReason reason) {
            return new Refused(new Refusal(reason, Optional.empty()));
        }
    }
}
