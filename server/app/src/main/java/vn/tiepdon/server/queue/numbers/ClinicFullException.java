package vn.tiepdon.server.queue.numbers;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.QueueKey;

/** All numbers of the day are given. */
public class ClinicFullException extends Refusal {

    private final QueueKey queue;
    private final int quota;

    public ClinicFullException(QueueKey queue, int quota) {
        super(FaultCode.CLINIC_FULL, "all " + quota + " numbers of " + queue.clinic() + " are given");
        this.queue = queue;
        this.quota = quota;
    }

    public QueueKey queue() {
        return queue;
    }

    public int quota() {
        return quota;
    }
}
