package vn.tiepdon.kiosk.station;

import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.FaultText;

/**
 * A fault's texts where no server says how the desk is called.
 *
 * @param mark for the technician
 */
public record FaultWords(FaultCode fault, String mark, Text patient, Text reception, Text technician) {

    private static final Text HELPERS = new Text("nhân viên y tế", "the staff");

    public static FaultWords of(FaultCode fault) {
        FaultText text = FaultCatalogue.shipped().of(fault);
        return new FaultWords(
                fault, fault.mark(), filled(text.patient()), filled(text.reception()), filled(text.technician()));
    }

    private static Text filled(Text text) {
        return new Text(text.vi().replace("{desk}", HELPERS.vi()), text.en().replace("{desk}", HELPERS.en()));
    }
}
