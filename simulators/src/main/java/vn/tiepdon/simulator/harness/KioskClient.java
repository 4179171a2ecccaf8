package vn.tiepdon.simulator.harness;

import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.IdentificationRequest;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;

/** What a kiosk says to the server, without the kiosk: for load, and for floors to measure against. */
public final class KioskClient {

    private final ServerCalls calls;
    private final String authorization;

    KioskClient(ServerCalls calls, String token) {
        this.calls = calls;
        this.authorization = ApiPaths.DEVICE_SCHEME + " " + token;
    }

    public Reply<KioskConfiguration> configuration() throws InterruptedException {
        return calls.get(ApiPaths.KIOSK_CONFIGURATION, authorization, new TypeReference<>() {});
    }

    public Reply<Identification> identify(Presentation presentation) throws InterruptedException {
        IdentificationRequest request = new IdentificationRequest(presentation);
        return calls.post(ApiPaths.KIOSK_IDENTIFICATIONS, authorization, request, new TypeReference<>() {});
    }

    /** Sending the same id again is harmless: there is one answer to it. */
    public Reply<CheckIn> checkIn(UUID checkInId, CheckInRequest request) throws InterruptedException {
        String path = ApiPaths.fill(ApiPaths.KIOSK_CHECK_IN, checkInId.toString());
        return calls.put(path, authorization, request, new TypeReference<>() {});
    }

    /** What came of the contact with a patient card; sending it again is harmless. */
    public Reply<Void> reportCard(UUID contact, CardContactReport report) throws InterruptedException {
        String path = ApiPaths.fill(ApiPaths.KIOSK_CARD_CONTACT, contact.toString());
        return calls.put(path, authorization, report, new TypeReference<>() {});
    }
}
