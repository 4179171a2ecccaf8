package vn.tiepdon.kiosk.device.printer;

import java.time.OffsetDateTime;
import java.util.UUID;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.api.kiosk.Wait;

/** Invented tickets. */
final class Tickets {

    static final Text HOSPITAL = new Text("Bệnh viện Đa khoa tỉnh Sông Hậu", "Sông Hậu Provincial General Hospital");

    private static final OffsetDateTime ISSUED = OffsetDateTime.parse("2026-11-23T07:42:10+07:00");

    private Tickets() {}

    static Ticket ticket(int number, int before) {
        return of(
                number,
                before,
                new Text("Khám Tăng huyết áp", "Hypertension"),
                new Text("Tầng 1, khu A", "Floor 1, block A"));
    }

    static Ticket wordy() {
        return of(
                        1234,
                        112,
                        new Text(
                                "Phòng khám Bệnh phổi tắc nghẽn mạn tính và Hen phế quản người lớn",
                                "Chronic obstructive pulmonary disease and adult asthma"),
                        new Text(
                                "Tầng 2, khu khám bệnh theo yêu cầu, cuối hành lang bên phải",
                                "Second floor, end of the right corridor"))
                .marked("BW")
                .saying(new Text(
                        "BHYT: chưa kiểm tra, mời ghé quầy hướng dẫn số 1, tầng 1.",
                        "Insurance: not checked yet, please go to information desk 1, floor 1."));
    }

    private static Ticket of(int number, int before, Text clinic, Text place) {
        return new Ticket(
                        UUID.fromString("0b9ad4a0-52c0-4c1b-8ff3-3a7c1a6b2f11"),
                        number,
                        "THA",
                        clinic,
                        "105",
                        place,
                        ISSUED.toLocalDate(),
                        ISSUED,
                        before,
                        Ticket.State.WAITING,
                        "TD1:T:01234:0B9AD4A052C04C1B8FF33A7C1A6B2F11:0000")
                .expectedToWait(new Wait(before < 4 ? 0 : 25, 40));
    }
}
