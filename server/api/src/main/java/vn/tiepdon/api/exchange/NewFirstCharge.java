package vn.tiepdon.api.exchange;

import java.time.Instant;

/**
 * Another system says that the first thing of a visit that is paid for was ordered.
 *
 * @param patient the hospital's code of the patient (mã người bệnh)
 * @param visit MA_LK; null when the visit has none yet
 * @param objectCode MA_DOITUONG_KCB; null when it is not decided
 * @param visitKind MA_LOAI_KCB; null for an examination
 * @param itemKind SERVICE, DRUG or MATERIAL
 * @param arrivedAt when the patient came
 * @param orderedAt when it was ordered
 */
public record NewFirstCharge(
        String patient,
        String visit,
        String objectCode,
        String visitKind,
        String itemKind,
        String itemCode,
        String itemName,
        Instant arrivedAt,
        Instant orderedAt) {

    @Override
    public String toString() {
        return "NewFirstCharge[…]";
    }
}
