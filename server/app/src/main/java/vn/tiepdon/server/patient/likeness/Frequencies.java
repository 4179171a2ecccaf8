package vn.tiepdon.server.patient.likeness;

import java.util.HashMap;
import java.util.Map;

/**
 * How much a word of a name tells, in bits: 1.4 for Nguyễn, which two of five people bear, 9 for a word that few bear.
 * Shares are of people among whose words it is, whatever its marks, rounded from published counts of family names and
 * from what lists of names show of middle and given ones; they need be right within a factor of two only.
 */
final class Frequencies {

    private static final double RARE = 9;

    /** Thousandths. */
    private static final Map<String, Integer> COMMON = read("nguien 390 tran 121 le 95 pham 70 hoang 40 huinh 20 vu 30 "
            + "vo 14 phan 45 truong 22 bui 21 dang 22 do 15 ngo 14 ho 14 duong 14 dinh 16 doan 8 lam 12 mai 18 trinh 6 "
            + "dao 10 cao 6 li 12 ha 20 luu 6 luong 8 thai 6 chau 6 ta 3 phung 5 to 4 vuong 3 thi 350 van 250 "
            + "duc 28 huu 24 quang 32 cong 22 xuan 30 ngoc 50 minh 50 thanh 55 trong 10 quoc 12 dui 12 thu 26 kim 26 "
            + "hong 35 bich 12 mi 12 tuiet 20 hung 30 dung 32 tuan 18 hai 22 son 15 long 10 tam 15 binh 24 hoa 35 "
            + "phuc 12 khanh 12 thang 14 cuong 14 dat 10 nam 12 trung 16 phong 10 tung 9 vinh 9 thinh 8 toan 9 tai 9 "
            + "loc 9 manh 8 qui 9 lan 26 huong 32 nga 15 loan 14 thui 26 hanh 16 lien 14 nhung 12 thao 14 ien 12 "
            + "phuong 30 cuc 8 hang 18 oanh 8 hue 12 tuoi 4 anh 40 nguiet 12 linh 16 trang 14");

    private Frequencies() {}

    static double bits(Syllable word) {
        Integer share = COMMON.get(word.bare());
        return share == null ? RARE : -Math.log(share / 1000.0) / Math.log(2);
    }

    private static Map<String, Integer> read(String table) {
        Map<String, Integer> shares = new HashMap<>();
        String[] parts = table.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            shares.put(parts[i], Integer.valueOf(parts[i + 1]));
        }
        return Map.copyOf(shares);
    }
}
