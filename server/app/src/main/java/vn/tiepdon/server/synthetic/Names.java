package vn.tiepdon.server.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.tiepdon.api.kiosk.Sex;

/** Vietnamese names about as often as they are met: among people born between 1935 and 1990, and among all. */
final class Names {

    private static final Weighted<Part> FAMILY = parts("Nguyễn 384 Trần 121 Lê 95 Phạm 70 Hoàng 32 Huỳnh 19 Vũ 27 "
            + "Võ 12 Phan 45 Trương 22 Bùi 21 Đặng 21 Đỗ 14 Ngô 13 Hồ 13 Dương 10 Đinh 10 Đoàn 8 Lâm 7 Mai 6 Trịnh 6 "
            + "Đào 6 Cao 5 Lý 5 Hà 5 Lưu 5 Lương 5 Thái 4 Châu 3 Tạ 3 Phùng 3 Tô 3 Vương 2 Quách 2 Nông 2 Triệu 2");
    private static final Weighted<Part> MALE_MIDDLE = parts(
            "Văn 46 Đức 8 Hữu 7 Quang 6 Công 5 Đình 6 Xuân 5 Ngọc 4 " + "Minh 4 Thanh 4 Trọng 2 Quốc 3 Bá 2 Duy 2");
    private static final Weighted<Part> MALE_GIVEN = parts("Hùng 6 Dũng 6 Tuấn 5 Minh 5 Hải 5 Sơn 4 Thành 5 Long 3 "
            + "Tâm 3 Bình 4 Hòa 3 Phúc 3 Quang 3 Khánh 2 Thắng 4 Cường 4 Đạt 2 Nam 3 Trung 3 Phong 2 Lâm 2 Tùng 2 "
            + "Vinh 2 Thịnh 2 Toàn 2 Hưng 3 Tài 2 Lộc 2 Chiến 2 Mạnh 2 Quý 2 Sáu 1 Bảy 1 Út 1");
    private static final Weighted<Part> FEMALE_MIDDLE =
            parts("Thị 68 Ngọc 7 Thu 5 Kim 5 Thanh 4 Minh 2 Hồng 3 Bích 2 Mỹ 2 Tuyết 2");
    private static final Weighted<Part> FEMALE_GIVEN = parts("Lan 7 Hoa 7 Hương 7 Hồng 5 Mai 5 Nga 4 Loan 4 Thủy 5 "
            + "Hạnh 4 Liên 4 Bình 3 Nhung 3 Thảo 2 Yến 3 Phượng 3 Tuyết 3 Xuân 3 Cúc 2 Đào 2 Hằng 3 Oanh 2 Vân 3 "
            + "Huệ 3 Lý 2 Sen 1 Thơm 2 Tươi 1 Ánh 2 Dung 3 Nguyệt 3 Quyên 1 Bé 1 Tư 1 Năm 1");
    /** A second middle name, which most of the younger have. */
    private static final Weighted<Part> SECOND_MIDDLE = parts("Minh 9 Thanh 8 Ngọc 8 Thu 6 Hoàng 6 Phương 6 Anh 6 "
            + "Kim 4 Hồng 4 Quỳnh 4 Bảo 5 Gia 5 Khánh 4 Thùy 4 Thúy 3 Như 3 Hải 3 Tuấn 3 Quang 3 Nhật 3 Diệu 2 "
            + "Cẩm 2 Mai 2 Trúc 2 Tường 1 Thiên 2 Xuân 3 Đăng 2 Hữu 2 Vân 2");

    private Names() {}

    static String draw(Sex sex, RandomGenerator random) {
        return FAMILY.draw(random).text() + " " + middle(sex, random) + " " + given(sex, random);
    }

    /** @param age the younger, the oftener there are four words */
    static String draw(Sex sex, int age, RandomGenerator random) {
        String family = FAMILY.draw(random).text();
        String middle = middle(sex, random);
        String second = SECOND_MIDDLE.draw(random).text();
        boolean four = random.nextInt(100) >= Math.min(90, 25 + age) && !second.equals(middle);
        return family + " " + middle + (four ? " " + second : "") + " " + given(sex, random);
    }

    private static String middle(Sex sex, RandomGenerator random) {
        return (sex == Sex.MALE ? MALE_MIDDLE : FEMALE_MIDDLE).draw(random).text();
    }

    private static String given(Sex sex, RandomGenerator random) {
        return (sex == Sex.MALE ? MALE_GIVEN : FEMALE_GIVEN).draw(random).text();
    }

    private static Weighted<Part> parts(String spec) {
        String[] words = spec.split(" ");
        List<Part> parts = Arrays.asList(new Part[words.length / 2]);
        for (int i = 0; i < words.length; i += 2) {
            parts.set(i / 2, new Part(words[i], Integer.parseInt(words[i + 1])));
        }
        return new Weighted<>(parts, Part::weight);
    }

    private record Part(String text, int weight) {}
}
