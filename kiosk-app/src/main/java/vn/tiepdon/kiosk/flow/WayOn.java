package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Presentation;

/** What a trouble lets the patient do next. */
public sealed interface WayOn {

    record StartAgain() implements WayOn {}

    /** The server did not answer who this is: ask once more. */
    record AskAgain(Presentation presentation) implements WayOn {}

    /** The server did not answer with a number: ask once more. */
    record TakeAgain(Visit visit, ClinicOption clinic) implements WayOn {}

    record OtherClinic(Visit visit) implements WayOn {}

    record TypeAgain() implements WayOn {}

    /** The chip was not read: read it once more. */
    record ReadAgain(Agreed agreed) implements WayOn {}

    /** No key opened the chip: the digits printed on the card may. */
    record TypeDigits(Agreed agreed) implements WayOn {}

    /** The chip is of no use, what was scanned still is. */
    record GoOnWithoutChip(Presentation claim) implements WayOn {}
}
