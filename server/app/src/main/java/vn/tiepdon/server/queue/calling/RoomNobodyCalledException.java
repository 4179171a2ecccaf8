package vn.tiepdon.server.queue.calling;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.fault.Refusal;

/** The room has nobody called or inside. */
public class RoomNobodyCalledException extends Refusal {

    private final RoomId room;

    RoomNobodyCalledException(RoomId room) {
        super(FaultCode.ROOM_NOBODY_CALLED, "room " + room.value() + " has called nobody");
        this.room = room;
    }

    public RoomId room() {
        return room;
    }
}
