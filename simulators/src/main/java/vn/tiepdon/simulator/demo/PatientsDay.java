package vn.tiepdon.simulator.demo;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.simulator.rig.Hospital;

/**
 * One patient's way through the house with one number, in real browsers: to the doctor, who orders the first thing that is
 * paid for, to the laboratory and back, to the cashier and the pharmacy. The screen in the corridor tells every call, and the telephone that has seen the paper's code.
 */
final class PatientsDay {

    /** Where the invented hospital sends people, and what stands at the door. */
    private enum Station {
        LABORATORY("XN", "Xét nghiệm"),
        CASHIER("VPHI", "Thu viện phí"),
        PHARMACY("NTHUOC", "Nhà thuốc");

        private final String code;
        private final String sign;

        Station(String code, String sign) {
            this.code = code;
            this.sign = sign;
        }
    }

    /** Calls before it is this patient's turn, at most. */
    private static final int OTHERS = 50;
    /** The server looks a ticket up once in three seconds for its telephone. */
    private static final int LOOKS = 10;

    private final Hospital hospital;
    private final Corridor corridor;
    private final Ticket ticket;
    private final Page screen;
    private final Page doctor;
    private final Page telephone;

    private PatientsDay(Hospital hospital, Corridor corridor, Ticket ticket, Path paper) throws InterruptedException {
        this.hospital = hospital;
        this.corridor = corridor;
        this.ticket = ticket;
        this.screen = corridor.screen(hospital.newScreen(
                "Màn hình tầng 1",
                List.of(ticket.clinicCode(), Station.LABORATORY.code, Station.CASHIER.code, Station.PHARMACY.code)));
        this.doctor = corridor.signedIn("phongkham", 1366, 768);
        this.telephone = corridor.telephone(TicketCode.address(paper));
    }

    /**
     * Returns when the patient may go home. Pictures lie in the corridor's folder afterwards.
     *
     * @param ticket waiting for its clinic
     * @param paper the printed ticket
     */
    static void spend(Hospital hospital, Corridor corridor, Ticket ticket, Path paper) throws InterruptedException {
        new PatientsDay(hospital, corridor, ticket, paper).spend();
    }

    private void spend() {
        telephone.waitForSelector(".now .number:text-is('%s')".formatted(ticket.label()));
        corridor.picture(telephone, "day-telephone-waiting");
        doctor.navigate(hospital.address() + "/room/" + ticket.room());
        receive(doctor, "doctor");
        order();
        send(Station.LABORATORY);
        doctor.waitForSelector(".away b:text-is('%s')".formatted(ticket.label()));
        serve(Station.LABORATORY);
        receive(doctor, "back");
        endVisit();
        serve(Station.CASHIER);
        serve(Station.PHARMACY);
        follow("Đã khám xong", "over");
    }

    /** A place that does its work and lets the patient go on. */
    private void serve(Station station) {
        Page place = doctor.context().newPage();
        place.navigate(hospital.address() + "/rooms");
        place.click("a.door:has-text('%s')".formatted(station.sign));
        receive(place, station.code);
        place.click("#act-done");
        place.waitForSelector(".now .none");
        place.close();
    }

    /** Calls until it is this patient's turn, and lets the patient in. */
    private void receive(Page room, String picture) {
        call(room);
        screen.waitForSelector(".call .number:text-is('%s')".formatted(ticket.label()));
        corridor.picture(screen, "day-screen-" + picture);
        follow("Mời vào " + room.textContent("header h1 b"), picture);
        room.click("#act-enter");
        room.waitForSelector(".now.IN_ROOM");
        corridor.picture(room, "day-room-" + picture);
    }

    private void call(Page room) {
        for (int others = 0; others < OTHERS; others++) {
            String before = room.textContent(".now .number");
            room.click("#act-next");
            room.waitForSelector(".now .number:not(:text-is('%s'))".formatted(before));
            if (room.textContent(".now .number").equals(ticket.label())) {
                return;
            }
        }
        throw new IllegalStateException("the number is not called among the first " + OTHERS);
    }

    /** The examination, with F12 and Enter: from here on the insurance hears of the visit. */
    private void order() {
        doctor.keyboard().press("F12");
        doctor.waitForSelector("#ask.ordering");
        corridor.picture(doctor, "day-charge");
        doctor.click("#ask button.primary");
        doctor.waitForSelector("#ordered:not(.empty)");
        doctor.waitForSelector(".first-order:not(:has(button))");
        corridor.picture(doctor, "day-charged");
    }

    private void send(Station station) {
        doctor.click("#act-onward");
        doctor.check("#ask input[value=" + station.code + "]");
        corridor.picture(doctor, "day-send");
        doctor.click("#ask button.primary");
        doctor.waitForSelector("#sent:not(.empty)");
    }

    /** Writes the diagnosis and sends to cashier and pharmacy in one act. */
    private void endVisit() {
        doctor.click("#act-done");
        doctor.check("#onward");
        doctor.fill("#code", "I10");
        corridor.picture(doctor, "day-diagnosis");
        doctor.press("#code", "Enter");
        doctor.waitForSelector("#written:not(.empty)");
    }

    /** The page asks by itself, in its own time; a patient who cannot wait loads it again. */
    private void follow(String says, String picture) {
        for (int looked = 0; looked < LOOKS && !telephone.textContent(".now h1").equalsIgnoreCase(says); looked++) {
            telephone.waitForTimeout(1_000);
            telephone.reload();
        }
        telephone.waitForSelector(".now h1:has-text('%s')".formatted(says));
        corridor.picture(telephone, "day-telephone-" + picture);
    }
}
