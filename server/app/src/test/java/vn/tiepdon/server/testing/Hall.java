package vn.tiepdon.server.testing;

import java.util.UUID;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;

/** A hospital with two clinics and a kiosk, where people can be made to wait. */
public final class Hall {

    private static final String[] NAMES = {
        "Nguyễn Thị Minh", "Trần Văn Đức", "Lê Thị Hoa", "Phạm Quốc Ấn", "Hoàng Thị Ưng", "Vũ Ngọc Ánh", "Đặng Văn Ổn"
    };

    private final TestHospital hospital;
    private final ClinicId heart;
    private final KioskClient kiosk;
    private int people;

    public Hall(TestHospital hospital, int port) {
        this.hospital = hospital;
        heart = hospital.clinic("TIM", 500);
        hospital.room(heart, "12");
        hospital.room(heart, "14");
        hospital.room(hospital.clinic("PHOI", 500), "21");
        this.kiosk = new KioskClient(port, hospital.kiosk().token());
    }

    public TestHospital hospital() {
        return hospital;
    }

    /** The clinic {@code TIM}, with rooms 12 and 14. */
    public ClinicId heart() {
        return heart;
    }

    /** Somebody new takes a number. */
    public Ticket arrive(String clinic) {
        return arrive(newcomer(), clinic).ticket();
    }

    /** Takes a number with a national number. */
    public CheckIn arrive(String nationalNumber, String clinic) {
        return kiosk.checkIn(UUID.randomUUID(), nationalNumber, clinic);
    }

    /** Somebody new takes a number, so many seconds after the first touch. */
    public CheckIn arriveAfter(String clinic, int seconds) {
        return kiosk.checkIn(newcomer(), clinic, seconds);
    }

    /** @return the national number */
    public String newcomer() {
        String number = "0011500%05d".formatted(++people);
        hospital.identifier(
                hospital.patient(NAMES[people % NAMES.length], "1950", Sex.FEMALE), IdentifierKind.NATIONAL, number);
        return number;
    }
}
