package vn.tiepdon.server.patient;

import java.time.LocalDate;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.Sex;

/** Whom to call ông, bà, anh, chị or cháu. */
final class FormOfAddress {

    private static final int GROWN = 16;
    private static final int ELDER = 50;

    private FormOfAddress() {}

    static Address of(Sex sex, BirthDate born, LocalDate today) {
        int age = born.ageOn(today);
        if (age < GROWN) {
            return Address.CHAU;
        }
        return switch (sex) {
            case MALE -> age < ELDER ? Address.ANH : Address.ONG;
            case FEMALE -> age < ELDER ? Address.CHI : Address.BA;
            case UNKNOWN -> Address.ONG_BA;
        };
    }
}
