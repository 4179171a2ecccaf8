package vn.tiepdon.simulator.card.console;

import picocli.CommandLine.Option;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.CardDesk;
import vn.tiepdon.simulator.card.CopiedPatientCard;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.StaffLogin;

/** What makes one patient card differ from another. */
final class PatientOptions {

    @Option(
            names = "--with-records",
            description =
                    "a patient card that has been read at the desk, and holds the visits that the server has for it")
    private boolean withRecords;

    @Option(names = "--clone", description = "a copy of the patient's card, as a forger makes it")
    private boolean cloned;

    /** @param card what a reader sees; the copy, if there is one */
    record Made(VirtualCard card, ConsoleWords words) {}

    /** A blank of the hospital's stock. */
    Made blank(HospitalClient hospital, StaffLogin administrator) throws InterruptedException {
        return new Made(new CardDesk(hospital, administrator).blank(), ConsoleWords.NONE);
    }

    /** @param patient hospital code; a card that this patient had is replaced */
    Made patient(HospitalClient hospital, StaffLogin administrator, String patient)
            throws TransportException, PatientCardException, InterruptedException {
        CardDesk desk = new CardDesk(hospital, administrator);
        VirtualPatientCard card = desk.issue(patient);
        if (withRecords) {
            desk.order(patient, CardOrderKind.READ, null, card);
        }
        return new Made(cloned ? CopiedPatientCard.of(card) : card, new PatientStand(card, desk, patient));
    }
}
