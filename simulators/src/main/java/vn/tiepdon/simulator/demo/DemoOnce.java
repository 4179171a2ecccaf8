package vn.tiepdon.simulator.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;
import vn.tiepdon.simulator.insurance.VirtualGateway;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.LogPrivacy;
import vn.tiepdon.simulator.rig.PaperCodes;

/** The demo without a person: check-ins of every kind through the real devices and the real window, then the call. */
final class DemoOnce {

    /** Those before are for the other walks, and for whoever goes on when the demo is over. */
    private static final int INSURED_FROM = 16;

    private final Hospital hospital;
    private final KioskRig kiosk;
    private final VirtualGateway gateway;
    private final Path folder;

    DemoOnce(Hospital hospital, KioskRig kiosk, VirtualGateway gateway, Path folder) {
        this.hospital = hospital;
        this.kiosk = kiosk;
        this.gateway = gateway;
        this.folder = folder;
    }

    void run(PrintStream out) throws Exception {
        List<PatientEntry> patients = hospital.patients(INSURED_FROM + Insurance.PATIENTS);
        DemoWalk walk = new DemoWalk(hospital, kiosk, folder);
        List<DemoSummary> summaries = new ArrayList<>();

        try (Corridor corridor = Corridor.open(hospital, folder.resolve("pages"))) {
            corridor.openForTelephones();
        }
        VirtualPatientCard card = hospital.cardOf(patients.get(0));
        summaries.add(tell(out, walk.walk("patient-card", patients.get(0), () -> kiosk.slot()
                .present(card))));
        String citizen = PaperCodes.citizenCard(patients.get(1));
        summaries.add(tell(out, walk.walk("citizen-qr", patients.get(1), () -> kiosk.scanner()
                .scan(citizen))));
        String insurance = PaperCodes.insuranceCard(patients.get(2));
        summaries.add(tell(out, walk.walk("insurance-qr", patients.get(2), () -> kiosk.scanner()
                .scan(insurance))));
        PatientEntry holder = patients.get(4);
        VirtualCitizenCard chip = hospital.chipCardOf(holder);
        String front = PaperCodes.citizenCard(holder);
        summaries.add(tell(
                out,
                walk.walkWithChip("citizen-chip", holder, () -> kiosk.scanner().scan(front), () -> kiosk.slot()
                        .present(chip))));
        VirtualPatientCard unlucky = hospital.cardOf(patients.get(3));
        summaries.add(tell(out, walk.walkWithoutPaper("patient-card-no-paper", patients.get(3), () -> kiosk.slot()
                .present(unlucky))));

        out.println("▸ Insurance: expired, a new card, and a gateway that is down and answers later");
        for (DemoSummary summary :
                new Insurance(gateway, kiosk, walk).run(patients.subList(INSURED_FROM, patients.size()))) {
            summaries.add(tell(out, summary));
        }

        out.println("▸ Calling a patient: room panel and call screen");
        try (Corridor corridor = Corridor.open(hospital, folder.resolve("pages"))) {
            corridor.call(hospital.ticketOf(patients.get(0)));
            out.println("▸ Another patient's day: doctor with the first charge, laboratory, doctor, cashier, pharmacy");
            InsuranceOffice office = new InsuranceOffice(hospital, corridor);
            office.letRoomsOrder(folder.resolve("certificate"));
            Path paper = folder.resolve(summaries.get(1).ticketImage());
            PatientsDay.spend(hospital, corridor, hospital.ticketOf(patients.get(1)), paper);
            office.awaitSent();
        }
        out.println("▸ The same patient comes again: the card learns of the visit");
        summaries.add(tell(out, walk.walkWithRecord("patient-card-record", patients.get(0), card)));

        sheet("patient-card", List.of("01-Welcome", "02-Confirm", "03-ChooseClinic", "04-TicketShown"), "kiosk.png");
        sheet(
                "patient-card-record",
                List.of("02-Confirm", "03-ChooseClinic", "04-History", "06-TicketShown"),
                "card.png");
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(folder.resolve("summary.json"), summaries);
        List<String> leaks = new LogPrivacy(patients).leaks(folder);
        if (!leaks.isEmpty()) {
            throw new IllegalStateException("the logs hold data of a patient: " + leaks);
        }
        out.println("✓ " + folder.resolve("summary.json"));
    }

    private void sheet(String path, List<String> screens, String name) throws IOException {
        List<Path> pictures = screens.stream()
                .map(screen -> folder.resolve("kiosk/pictures/" + path + "-" + screen + ".png"))
                .toList();
        ContactSheet.write(pictures, folder.resolve(name));
    }

    private static DemoSummary tell(PrintStream out, DemoSummary summary) {
        out.printf(
                "  %-22s number %s, %s: %.0f ms%n",
                summary.path(), summary.ticket(), summary.clinic(), summary.ms().total());
        CardRevisions card = summary.card();
        if (card != null) {
            out.printf(
                    "  %-22s revision %d, now %d; visits in its log %d, now %d%n",
                    "the card", card.before(), card.after(), card.visitsBefore(), card.visitsAfter());
        }
        return summary;
    }
}
