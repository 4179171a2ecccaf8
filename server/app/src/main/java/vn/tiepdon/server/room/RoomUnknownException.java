package vn.tiepdon.server.room;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** The hospital has no room of this code. */
public class RoomUnknownException extends Refusal {

    private static final int SHOWN = 12;

    private final String room;

    RoomUnknownException(String room) {
        super(FaultCode.ROOM_UNKNOWN, "no such room");
        this.room = room.length() <= SHOWN ? room : room.substring(0, SHOWN);
    }

    /** As asked for, cut to the length of a real one. */
    public String room() {
        return room;
    }
}
