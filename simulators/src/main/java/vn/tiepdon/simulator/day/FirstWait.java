package vn.tiepdon.simulator.day;

import java.util.Optional;
import vn.tiepdon.api.kiosk.Wait;

/**
 * What became of somebody's first wait, at the clinic.
 *
 * @param minutes from the number to the first call
 * @param first whether the patient goes first by age
 * @param plain neither by appointment nor in the wrong clinic: the queue alone decided
 * @param overtaken so many who came later were called before; emergencies do not occur
 * @param atArrival what the kiosk said with the number
 * @param halfAnHourBefore what a kiosk said about 30 minutes before the call
 */
public record FirstWait(
        double minutes,
        boolean first,
        boolean plain,
        int overtaken,
        Optional<Error> atArrival,
        Optional<Error> halfAnHourBefore) {

    /**
     * What was said, against what came.
     *
     * @param actual minutes from then on
     * @param said the middle of the range, minutes
     * @param inside whether the range held
     * @param width of the range, minutes
     */
    public record Error(double actual, double said, boolean inside, double width) {

        static Error of(Wait wait, double actual) {
            double middle = (wait.from() + wait.to()) / 2.0;
            boolean inside = actual >= wait.from() && actual <= wait.to();
            return new Error(actual, middle, inside, wait.to() - wait.from());
        }

        public double minutes() {
            return Math.abs(actual - said);
        }
    }
}
