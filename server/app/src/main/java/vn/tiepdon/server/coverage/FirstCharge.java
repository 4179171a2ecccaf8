package vn.tiepdon.server.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * The first thing of a visit that is paid for was ordered.
 *
 * @param day of the visit
 * @param visitId MA_LK, when another system has given the visit one
 * @param objectCode MA_DOITUONG_KCB, when somebody has decided it; {@code 2} is an emergency, and nothing is reported
 * @param visitKind MA_LOAI_KCB; empty for 01, an examination
 * @param by a login, or another system
 */
public record FirstCharge(
        FacilityId facility,
        PatientId patient,
        LocalDate day,
        Optional<String> visitId,
        Optional<String> objectCode,
        Optional<String> visitKind,
        ChargeableItem item,
        Instant arrivedAt,
        Instant orderedAt,
        String by) {

    /** MA_DOITUONG_KCB of an emergency (QĐ 4750/QĐ-BYT, điều 2). */
    public static final String EMERGENCY = "2";

    @Override
    public String toString() {
        return "FirstCharge[" + patient.value() + "]";
    }
}
