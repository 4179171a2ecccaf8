package vn.tiepdon.server.synthetic;

import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Sex;

/**
 * Invented numbers of the right shape, each given once: a patient's serial number is scattered by a multiplier that
 * shares no factor with the range.
 */
final class Numbers {

    /** So many serials get numbers that nobody else has. */
    static final int MOST = 3_000_000;

    private static final int MILLION = 1_000_000;
    private static final int HOME_PERCENT = 82;
    /** The province of today was three. Each million of people is of another, so that its six digits suffice. */
    private static final String[] HOME = {"036", "035", "037"};

    private static final String[][] ELSEWHERE = {
        {"001", "017", "022", "024", "030", "031", "033", "034", "038", "040", "048", "079"},
        {"002", "008", "010", "015", "019", "025", "042", "045", "049", "052", "066", "075"},
        {"004", "006", "011", "012", "014", "020", "026", "027", "044", "046", "051", "056"}
    };

    private Numbers() {}

    /** Số định danh: province of birth registration, century and sex, year, six digits (NĐ 137/2015 Đ13). */
    static String national(int serial, int birthYear, Sex sex, RandomGenerator random) {
        int million = serial / MILLION % HOME.length;
        String[] elsewhere = ELSEWHERE[million];
        String province =
                random.nextInt(100) < HOME_PERCENT ? HOME[million] : elsewhere[random.nextInt(elsewhere.length)];
        int centuryAndSex = (birthYear / 100 - 19) * 2 + (sex == Sex.FEMALE ? 1 : 0);
        return province + centuryAndSex + digits(birthYear % 100, 2) + digits(scatter(serial, 7_919, MILLION), 6);
    }

    /** Số CMND of nine digits. */
    static String oldNational(int serial) {
        return "16" + digits(scatter(serial, 104_729, 10_000_000), 7);
    }

    /** Mã số BHXH: ten digits. */
    static String insurance(int serial) {
        return "36" + digits(scatter(serial, 1_299_709, 100_000_000), 8);
    }

    /** Mã người bệnh. */
    static String hospital(int serial) {
        return "BN" + digits(serial, 6);
    }

    private static long scatter(int serial, int multiplier, int range) {
        return (long) serial * multiplier % range;
    }

    /** Far quicker than a format, of which a province would need ten million. */
    private static String digits(long number, int atLeast) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, atLeast - text.length())) + text;
    }
}
