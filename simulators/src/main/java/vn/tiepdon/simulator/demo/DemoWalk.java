package vn.tiepdon.simulator.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.CardDesk;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.printer.PrintedTicket;
import vn.tiepdon.simulator.rig.Camera;
import vn.tiepdon.simulator.rig.Hospital;
import vn.tiepdon.simulator.rig.KioskRig;
import vn.tiepdon.simulator.rig.Showing;
import vn.tiepdon.simulator.rig.Visit;
import vn.tiepdon.simulator.rig.Visitor;
import vn.tiepdon.simulator.rig.Watcher;

/** Sends patients to the kiosk one after the other, and takes a picture of every screen they see. */
final class DemoWalk {

    private final Hospital hospital;
    private final KioskRig kiosk;
    private final Camera camera;
    private final Path folder;

    DemoWalk(Hospital hospital, KioskRig kiosk, Path folder) {
        this.hospital = hospital;
        this.kiosk = kiosk;
        this.camera = kiosk.camera();
        this.folder = folder;
    }

    /** @param showing puts the card on the reader, or the code before the scanner */
    DemoSummary walk(String path, PatientEntry patient, Showing showing)
            throws InterruptedException, TimeoutException, IOException {
        return walk(path, patient, visitor -> visitor.checkIn(showing, true));
    }

    /** The code of the ID card first, then the card itself for its chip. */
    DemoSummary walkWithChip(String path, PatientEntry patient, Showing code, Showing card)
            throws InterruptedException, TimeoutException, IOException {
        return walk(path, patient, visitor -> visitor.checkInWithChip(code, card));
    }

    /** The card is told what is new while its patient reads, and says afterwards itself what it has. */
    DemoSummary walkWithRecord(String path, PatientEntry patient, VirtualPatientCard card)
            throws InterruptedException, TimeoutException, IOException, TransportException, PatientCardException {
        CardDirectory before = CardDesk.state(card);
        DemoSummary walked = walk(
                path,
                patient,
                visitor -> visitor.checkInReading(() -> kiosk.slot().present(card)));
        return walked.with(CardRevisions.of(before, CardDesk.state(card)));
    }

    /** The insurance has issued a new card: one touch more says that it is used. */
    DemoSummary walkWithNewCard(String path, PatientEntry patient, Showing showing)
            throws InterruptedException, TimeoutException, IOException {
        return walk(path, patient, visitor -> visitor.checkInWithNewCard(showing));
    }

    private DemoSummary walk(String path, PatientEntry patient, Way way)
            throws InterruptedException, TimeoutException, IOException {
        Album album = new Album(path);
        Visitor visitor = new Visitor(kiosk, album);
        album.saw("Welcome");
        Visit visit = way.checkIn(visitor);
        visitor.leave();
        return DemoSummary.of(
                folder,
                path,
                hospital.ticketOf(patient),
                visit,
                album.pictures,
                visit.printed().image());
    }

    /** The printer is empty: the number stands, and the same one is printed once there is paper. */
    DemoSummary walkWithoutPaper(String path, PatientEntry patient, Showing showing)
            throws InterruptedException, TimeoutException, IOException {
        Album album = new Album(path);
        Visitor visitor = new Visitor(kiosk, album);
        kiosk.printer().runOutOfPaper();
        Visit visit = visitor.checkIn(showing, false);
        visitor.leave();
        int number = hospital.ticketOf(patient).number();
        kiosk.printer().loadPaper();
        PrintedTicket printed = visitor.printAgain(showing);
        visitor.leave();
        if (hospital.ticketOf(patient).number() != number) {
            throw new IllegalStateException("printing again made another number");
        }
        return DemoSummary.of(folder, path, hospital.ticketOf(patient), visit, album.pictures, printed.image());
    }

    /** How a patient takes a number. */
    @FunctionalInterface
    private interface Way {
        Visit checkIn(Visitor visitor) throws InterruptedException, TimeoutException, IOException;
    }

    /** Pictures of one walk, numbered in the order of the screens. */
    private final class Album implements Watcher {

        private final String path;
        private final List<Path> pictures = new ArrayList<>();

        Album(String path) {
            this.path = path;
        }

        @Override
        public void saw(String screen) throws InterruptedException {
            pictures.add(camera.picture("%s-%02d-%s".formatted(path, pictures.size() + 1, screen)));
        }
    }
}
