package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.ChipAccess;

/**
 * A patient with a chip ID card.
 *
 * @param claim what was scanned and goes on without the chip; null when digits were typed and nothing scanned
 */
public record Citizen(Presentation claim, ChipAccess access) {

    Citizen typing(String digits) {
        return new Citizen(claim, new ChipAccess.Typed(digits, access.nationalNumber()));
    }

    boolean typed() {
        return access instanceof ChipAccess.Typed;
    }

    WayOn withoutChip() {
        return claim == null ? new WayOn.StartAgain() : new WayOn.GoOnWithoutChip(claim);
    }

    @Override
    public String toString() {
        return "Citizen[…]";
    }
}
