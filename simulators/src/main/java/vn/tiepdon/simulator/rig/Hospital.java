package vn.tiepdon.simulator.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.CardDesk;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.Quirk;
import vn.tiepdon.simulator.card.citizen.TestAuthority;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** The invented hospital: its server, its staff, and patients to send to the kiosk. */
public final class Hospital implements AutoCloseable {

    /** Mã CSKCB of the invented hospital. */
    public static final String CODE = "36999";

    private static final TestAuthority AUTHORITY = TestAuthority.vietnam();

    private final ServerProcess server;
    private final String password;
    private final HospitalClient client;
    private final KioskClient witness;
    private final CardDesk desk;

    private Hospital(ServerProcess server, String password) throws InterruptedException {
        this.server = server;
        this.password = password;
        this.client = new HospitalClient(server.address());
        this.witness = client.newKiosk(StaffLogin.administrator(password), "Người quan sát");
        this.desk = new CardDesk(client, StaffLogin.administrator(password));
    }

    /** @param folder for data and log; empty */
    public static Hospital open(Home home, Path folder) throws InterruptedException {
        return open(home, folder, Map.of());
    }

    /** @param properties further settings of the server, as docs/operation.md names them */
    public static Hospital open(Home home, Path folder, Map<String, String> properties) throws InterruptedException {
        String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(6));
        ServerSettings settings = ServerSettings.synthetic(folder, password)
                .with("tiepdon.citizen.csca", folder.resolve("csca").toString());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            settings = settings.with(property.getKey(), property.getValue());
        }
        ServerProcess server = new ServerProcess(home, settings);
        try {
            trust(folder.resolve("csca"));
            server.start();
            return new Hospital(server, password);
        } catch (InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** What a hospital does with the certificate that the ministry gives it. */
    private static void trust(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("csca.cer"), AUTHORITY.cscaCertificate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return server.address();
    }

    /** Of all staff of the demo; made anew for each run. */
    public String password() {
        return password;
    }

    /** The one-time code of a new device. */
    public String enrolmentCode(DeviceKind kind, String name) throws InterruptedException {
        NewDevice device = new NewDevice(kind, name, List.of());
        return client.invite(StaffLogin.administrator(password), device)
                .orThrow()
                .enrolmentCode();
    }

    /** @return the id of a new call screen for these clinics */
    public String newScreen(String name, List<String> clinicCodes) throws InterruptedException {
        NewDevice screen = new NewDevice(DeviceKind.SCREEN, name, clinicCodes);
        return client.invite(StaffLogin.administrator(password), screen)
                .orThrow()
                .deviceId();
    }

    /** A patient card as the hospital issues it, from a blank of its stock; one that the patient had is replaced. */
    public VirtualPatientCard cardOf(PatientEntry patient) {
        try {
            return desk.issue(patient.hospitalCode());
        } catch (TransportException | PatientCardException e) {
            throw new IllegalStateException("a virtual card could not be personalised", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a card was issued", e);
        }
    }

    /** Reception, with blanks and a bridge. */
    public CardDesk desk() {
        return desk;
    }

    /** The chip ID card (căn cước) that the invented authority has issued to this patient. */
    public VirtualCitizenCard chipCardOf(PatientEntry patient, Quirk... quirks) {
        return VirtualCitizenCard.of(Citizen.of(patient, LocalDate.now()), AUTHORITY, quirks);
    }

    /** Patients whose birth date is known to the day, as their papers say it. */
    public List<PatientEntry> patients(int count) throws InterruptedException {
        List<PatientEntry> found = new ArrayList<>();
        for (int code = 1; found.size() < count; code++) {
            client.patients(StaffLogin.reception(password), "BN%06d".formatted(code), 1).orThrow().stream()
                    .filter(Hospital::bornOnAKnownDay)
                    .forEach(found::add);
        }
        return found;
    }

    /** The number that this patient holds today, as the server tells a second device. */
    public Ticket ticketOf(PatientEntry patient) throws InterruptedException {
        return witness.identify(new Presentation.TypedNumber(patient.hospitalCode())).orThrow().openTickets().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server knows no open ticket"));
    }

    /** Each of them takes a number at another device, for the first clinic that is offered. */
    public void checkIn(List<PatientEntry> patients) throws InterruptedException {
        for (PatientEntry patient : patients) {
            Identification known = witness.identify(new Presentation.TypedNumber(patient.hospitalCode()))
                    .orThrow();
            String clinic = known.clinics().get(0).code();
            witness.checkIn(UUID.randomUUID(), new CheckInRequest(known.id(), clinic))
                    .orThrow();
        }
    }

    private static boolean bornOnAKnownDay(PatientEntry patient) {
        try {
            LocalDate.parse(patient.birthDate());
            return patient.nationalNumber() != null && patient.insuranceNumber() != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The server dies without a word. */
    public void crash() {
        server.kill9();
    }

    /** The server is started again, at the same address. */
    public void recover() throws InterruptedException {
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }
}
