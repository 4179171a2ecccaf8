package vn.tiepdon.server.synthetic;

import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Sex;

/**
 * Invented numbers of the right shape, each given once: a patient's serial number is scattered by a multiplier that
 * shares no factor with the range.
 */
final class Numbers {

    private static final String HOME = "036";
    private static final int HOME_PERCENT = 82;
    private static final String[] ELSEWHERE = {
        "001", "017", "022", "024", "030", "031", "033", "034", "035", "037", "038", "040", "048", "079"
    };

    private Numbers() {}

    /** Số định danh: province of birth registration, century and sex, year, six digits (NĐ 137/2015 Đ13). */
    static String national(int serial, int birthYear, Sex sex, RandomGenerator random) {
        String province = random.nextInt(100) < HOME_PERCENT ? HOME : ELSEWHERE[random.nextInt(ELSEWHERE.length)];
        int centuryAndSex = (birthYear / 100 - 19) * 2 + (sex == Sex.FEMALE ? 1 : 0);
        return "%s%d%02d%06d".formatted(province, centuryAndSex, birthYear % 100, scatter(serial, 7_919, 1_000_000));
    }

    /** Số CMND of nine digits. */
    static String oldNational(int serial) {
        return "16%07d".formatted(scatter(serial, 104_729, 10_000_000));
    }

    /** Mã số BHXH: ten digits. */
    static String insurance(int serial) {
        return "36%08d".formatted(scatter(serial, 1_299_709, 100_000_000));
    }

    /** Mã người bệnh. */
    static String hospital(int serial) {
        return "BN%06d".formatted(serial);
    }

    private static long scatter(int serial, int multiplier, int range) {
        return (long) serial * multiplier % range;
    }
}
