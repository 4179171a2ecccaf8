package vn.tiepdon.server.queue;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** All numbers of the day are given. */
public class ClinicFullException extends Refusal {

    private final QueueKey queue;
    private final int quota;

    ClinicFullException(QueueKey queue, int quota) {
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
