package vn.tiepdon.server.screen;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** There is no such screen, or it is not this one's to see. */
public class ScreenUnknownException extends Refusal {

    private static final int SHOWN = 36;

    private final String device;

    ScreenUnknownException(String device) {
        super(FaultCode.NOT_FOUND, "no screen of this id for this watcher");
        this.device = device.length() <= SHOWN ? device : device.substring(0, SHOWN);
    }

    /** As asked for, cut to the length of a real one. */
    public String device() {
        return device;
    }
}
