package vn.tiepdon.simulator.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.simulator.card.VirtualCards;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.PaperCodes;

/** The demo with a person: the kiosk's window to touch, and a menu in the terminal for card, codes and paper. */
final class DemoMenu {

    private static final int PATIENTS = 40;

    private final Hospital hospital;
    private final KioskRig kiosk;
    private final Path folder;
    private final List<PatientEntry> patients;
    private int next;

    DemoMenu(Hospital hospital, KioskRig kiosk, Path folder) throws InterruptedException {
        this.hospital = hospital;
        this.kiosk = kiosk;
        this.folder = folder;
        this.patients = hospital.patients(PATIENTS);
    }

    /** Returns when the person is done, the terminal is closed, or the kiosk's window is. */
    void run(InputStream in, PrintStream out) throws IOException, InterruptedException {
        BufferedReader keys = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        welcome(out);
        String line = "";
        while (line != null && !"0".equals(line.strip()) && kiosk.alive()) {
            choose(line.strip(), out);
            line = keys.readLine();
        }
    }

    private void welcome(PrintStream out) {
        out.printf("""

                The server: %s
                  call screens, rooms, devices: sign in as quantri, phongkham or letan, password %s
                Tickets are printed to %s
                %n""", hospital.address(), hospital.password(), folder.resolve("kiosk/tickets"));
        out.print("""
                1  put the next patient's card on the reader     5  take the paper out of the printer
                2  take the card away                            6  put paper in
                3  show the next patient's ID card QR            7  put an unknown card on the reader
                4  show the next patient's insurance QR          8  put the last patient's ID card on the reader
                0  end
                """);
    }

    private void choose(String key, PrintStream out) throws InterruptedException, IOException {
        switch (key) {
            case "1" -> kiosk.slot().present(hospital.cardOf(nextPatient(out)));
            case "2" -> kiosk.slot().yank();
            case "3" -> kiosk.scanner().scan(PaperCodes.citizenCard(nextPatient(out)));
            case "4" -> kiosk.scanner().scan(PaperCodes.insuranceCard(nextPatient(out)));
            case "5" -> kiosk.printer().runOutOfPaper();
            case "6" -> kiosk.printer().loadPaper();
            case "7" -> kiosk.slot().present(VirtualCards.unknown());
            case "8" ->
                kiosk.slot().present(hospital.chipCardOf(patients.get(Math.max(0, next - 1) % patients.size())));
            case "" -> {}
            default -> out.println("Please choose 0 to 8.");
        }
    }

    private PatientEntry nextPatient(PrintStream out) {
        PatientEntry patient = patients.get(next++ % patients.size());
        out.println("patient " + patient.hospitalCode());
        return patient;
    }
}
