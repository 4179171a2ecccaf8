package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;

/** All that the kiosk knows of the one patient in front of it. Gone with the state that holds it. */
public record Visit(Presentation shown, Identification identification) {

    public boolean typed() {
        return shown instanceof Presentation.TypedNumber;
    }

    public boolean proven() {
        return identification instanceof Identification.Proven;
    }

    boolean anyClinicOpen() {
        return identification.clinics().stream().anyMatch(clinic -> clinic.state() == ClinicOption.State.OPEN);
    }

    @Override
    public String toString() {
        return "Visit[…]";
    }
}
