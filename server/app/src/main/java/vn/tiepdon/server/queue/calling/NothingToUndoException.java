package vn.tiepdon.server.queue.calling;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** The room has done nothing, or more has happened to the ticket since. */
public class NothingToUndoException extends Refusal {

    NothingToUndoException() {
        super(FaultCode.NOTHING_TO_UNDO, "no act of this room can be taken back");
    }
}
