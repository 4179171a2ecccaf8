package vn.tiepdon.server.queue.calling;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.QueueKey;

/** There is nobody to call. */
public class NobodyWaitingException extends Refusal {

    private final QueueKey queue;

    NobodyWaitingException(QueueKey queue) {
        super(FaultCode.NOBODY_WAITING, "nobody waits for " + queue.clinic());
        this.queue = queue;
    }

    public QueueKey queue() {
        return queue;
    }
}
