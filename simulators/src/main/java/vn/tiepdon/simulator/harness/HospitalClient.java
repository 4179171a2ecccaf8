package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.NewCardBatch;
import vn.tiepdon.api.desk.NewCardBlanks;
import vn.tiepdon.api.desk.NewCardOrder;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.device.DeviceInvitation;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.api.exchange.ImportStatus;

/** What staff and new devices ask of the server. Safe for many threads. */
public final class HospitalClient {

    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final ServerCalls calls;

    public HospitalClient(URI server) {
        this(server, WITHIN);
    }

    /** @param within for connecting and for each answer */
    public HospitalClient(URI server, Duration within) {
        this.calls = new ServerCalls(server, within);
    }

    /** @return how many questions this client, and every device that it enrolled, has asked the server */
    public long questions() {
        return calls.sent();
    }

    /** @param administrator only they may */
    public Reply<DeviceInvitation> invite(StaffLogin administrator, NewDevice device) throws InterruptedException {
        return calls.post(ApiPaths.ADMIN_DEVICES, administrator.authorization(), device, new TypeReference<>() {});
    }

    public Reply<EnrolmentGrant> enrol(String enrolmentCode) throws InterruptedException {
        String proof = ApiPaths.ENROLMENT_SCHEME + " " + enrolmentCode;
        return calls.postNothing(ApiPaths.DEVICE_ENROLMENT, proof, new TypeReference<>() {});
    }

    /** Invites and enrols a kiosk. */
    public KioskClient newKiosk(StaffLogin administrator, String name) throws InterruptedException {
        return kiosk(newKioskGrant(administrator, name));
    }

    /** The same, for who speaks for the kiosk by other means. */
    public EnrolmentGrant newKioskGrant(StaffLogin administrator, String name) throws InterruptedException {
        NewDevice kiosk = new NewDevice(DeviceKind.KIOSK, name, List.of());
        return enrol(invite(administrator, kiosk).orThrow().enrolmentCode()).orThrow();
    }

    /** The kiosk that a grant made. */
    public KioskClient kiosk(EnrolmentGrant grant) {
        return new KioskClient(calls, grant.token());
    }

    /** Invites and enrols the small program beside a desk's card reader. */
    public BridgeClient newBridge(StaffLogin administrator, String name) throws InterruptedException {
        NewDevice bridge = new NewDevice(DeviceKind.BRIDGE, name, List.of());
        String code = invite(administrator, bridge).orThrow().enrolmentCode();
        return new BridgeClient(calls, enrol(code).orThrow().token());
    }

    /** Invites and enrols another system of the hospital. */
    public SystemClient newSystem(StaffLogin administrator, String name) throws InterruptedException {
        NewDevice system = new NewDevice(DeviceKind.SYSTEM, name, List.of());
        String code = invite(administrator, system).orThrow().enrolmentCode();
        return new SystemClient(calls, enrol(code).orThrow().token());
    }

    /** @param reason null unless the kind of order wants one */
    public Reply<CardOrder> order(StaffLogin staff, String hospitalCode, CardOrderKind kind, CardOrderReason reason)
            throws InterruptedException {
        NewCardOrder order = new NewCardOrder(hospitalCode, kind, reason);
        return calls.post(ApiPaths.DESK_CARD_ORDERS, staff.authorization(), order, new TypeReference<>() {});
    }

    public Reply<CardOrder> order(StaffLogin staff, UUID order) throws InterruptedException {
        String path = ApiPaths.fill(ApiPaths.DESK_CARD_ORDER, order.toString());
        return calls.get(path, staff.authorization(), new TypeReference<>() {});
    }

    /**
     * @param administrator only they may
     * @param count 1 to 1,000
     */
    public Reply<CardBlanks> blanks(StaffLogin administrator, int count) throws InterruptedException {
        NewCardBlanks wish = new NewCardBlanks(count);
        return calls.post(ApiPaths.DESK_CARD_BLANKS, administrator.authorization(), wish, new TypeReference<>() {});
    }

    /** @param hospitalCodes of at most 5,000 patients */
    public Reply<CardBatch> batch(StaffLogin staff, String name, List<String> hospitalCodes)
            throws InterruptedException {
        NewCardBatch wish = new NewCardBatch(name, null, hospitalCodes);
        return calls.post(ApiPaths.DESK_CARD_BATCHES, staff.authorization(), wish, new TypeReference<>() {});
    }

    public Reply<CardBatch> batch(StaffLogin staff, String batch) throws InterruptedException {
        String path = ApiPaths.fill(ApiPaths.DESK_CARD_BATCH, batch);
        return calls.get(path, staff.authorization(), new TypeReference<>() {});
    }

    /** @return the order for the next blank card; null when nobody waits any more who is in nobody's hands */
    public Reply<CardOrder> nextOrder(StaffLogin staff, String batch) throws InterruptedException {
        String path = ApiPaths.fill(ApiPaths.DESK_CARD_BATCH_NEXT, batch);
        return calls.postNothing(path, staff.authorization(), new TypeReference<>() {});
    }

    /** @param limit the server may give fewer */
    public Reply<List<PatientEntry>> patients(StaffLogin staff, String query, int limit) throws InterruptedException {
        String asked = "?q=%s&limit=%d".formatted(URLEncoder.encode(query, StandardCharsets.UTF_8), limit);
        return calls.get(ApiPaths.DESK_PATIENTS + asked, staff.authorization(), new TypeReference<>() {});
    }

    /** Sends a file of records; the body is the file itself, however long. */
    public Reply<ImportStatus> importFile(StaffLogin administrator, Path file)
            throws IOException, InterruptedException {
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        return calls.postFile(
                ApiPaths.EXCHANGE_IMPORTS + "?name=" + name,
                administrator.authorization(),
                file,
                new TypeReference<>() {});
    }

    public Reply<ImportStatus> importStatus(StaffLogin administrator, String id) throws InterruptedException {
        String path = ApiPaths.fill(ApiPaths.EXCHANGE_IMPORT, id);
        return calls.get(path, administrator.authorization(), new TypeReference<>() {});
    }
}
