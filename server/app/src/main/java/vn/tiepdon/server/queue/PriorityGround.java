package vn.tiepdon.server.queue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.patient.BirthDate;

/** Who goes first by law (Luật Khám bệnh, chữa bệnh 15/2023/QH15, article 3.2); the law sets no order between them. */
public enum PriorityGround {
    /** Said by staff only. */
    EMERGENCY,
    WAR_MERIT,
    UNDER_6,
    FROM_75,
    PREGNANT,
    SPECIALLY_SEVERE_DISABILITY,
    SEVERE_DISABILITY;

    private static final int SIX = 6;
    private static final int SEVENTY_FIVE = 75;

    /** What patients may say of themselves; it counts when staff have seen it. */
    public static final Set<PriorityGround> DECLARABLE =
            Set.copyOf(EnumSet.of(WAR_MERIT, PREGNANT, SPECIALLY_SEVERE_DISABILITY, SEVERE_DISABILITY));

    /** What follows from a birth date, to the day; of a date that is known in part, only what is certain. */
    public static Optional<PriorityGround> ofAge(BirthDate born, BusinessDay day) {
        if (born.ageOn(day.date()) >= SEVENTY_FIVE) {
            return Optional.of(FROM_75);
        }
        return born.oldestOn(day.date()) < SIX ? Optional.of(UNDER_6) : Optional.empty();
    }
}
