package vn.tiepdon.simulator.harness;

import java.io.IOException;
import vn.tiepdon.api.fault.FaultCode;

/** What became of a request. */
public sealed interface Reply<T> {

    /** @param value null when the server had nothing to say but that all is well */
    record Answered<T>(T value) implements Reply<T> {}

    /** @param code null when the refusal was no problem document of ours */
    record Refused<T>(int status, FaultCode code) implements Reply<T> {}

    /** Nobody knows whether the server has done it. */
    record Unanswered<T>(IOException cause) implements Reply<T> {}

    /** @throws NotAnsweredException for anything but an answer */
    default T orThrow() {
        if (this instanceof Answered<T> answered) {
            return answered.value();
        }
        throw new NotAnsweredException(this);
    }
}
