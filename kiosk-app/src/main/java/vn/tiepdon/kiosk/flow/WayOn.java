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
}
