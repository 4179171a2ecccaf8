package vn.tiepdon.server.issuing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardFailure;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardBlanks;
import vn.tiepdon.api.desk.NewCardKey;
import vn.tiepdon.api.desk.NewCardOrder;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.ChipSide;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;

/** A desk with its bridge, and cards that hold the keys they should: over HTTP, as the real ones speak. */
final class DeskHouse {

    static final int BLANK = 0x01;
    static final int PERSONALISED = 0x03;
    static final int ACTIVE = 0x07;
    static final int BLOCKED = 0x0F;
    static final List<Integer> NO_KEYS = List.of(0, 0, 0);
    static final List<Integer> KEYS = List.of(0x11, 0x21, 0x31);

    private final int port;
    private final TestHospital hospital;
    private final CardSam sam;
    private final SecureRandom random = new SecureRandom();

    DeskHouse(int port, TestHospital hospital, CardSam sam) {
        this.port = port;
        this.hospital = hospital;
        this.sam = sam;
    }

    CardOrder order(String staff, String patient, CardOrderKind kind, CardOrderReason reason) {
        return post(
                staff(staff), ApiPaths.DESK_CARD_ORDERS, "", new NewCardOrder(patient, kind, reason), CardOrder.class);
    }

    FaultCode refusedOrder(String staff, String patient, CardOrderKind kind, CardOrderReason reason) {
        return refusal(staff(staff), ApiPaths.DESK_CARD_ORDERS, "", new NewCardOrder(patient, kind, reason));
    }

    CardBlanks blanks(String admin, int count) {
        return post(staff(admin), ApiPaths.DESK_CARD_BLANKS, "", new NewCardBlanks(count), CardBlanks.class);
    }

    /** @param type what is expected to come back: the answer, or {@link Problem} */
    <T> T card(String bridge, UUID order, CardOnReader card, Class<T> type) {
        return post(device(bridge), ApiPaths.BRIDGE_ORDER_CARD, order.toString(), card, type);
    }

    <T> T opening(String bridge, UUID order, CardSessionRequest request, Class<T> type) {
        return post(device(bridge), ApiPaths.BRIDGE_ORDER_OPENING, order.toString(), request, type);
    }

    <T> T preparation(String bridge, UUID order, byte[] key, Class<T> type) {
        return post(device(bridge), ApiPaths.BRIDGE_ORDER_PREPARATION, order.toString(), new NewCardKey(key), type);
    }

    <T> T completion(String bridge, UUID order, Class<T> type) {
        CardContactReport report = new CardContactReport(1, false, false, KEYS, List.of());
        return post(device(bridge), ApiPaths.BRIDGE_ORDER_COMPLETION, order.toString(), report, type);
    }

    CardOrder failure(String bridge, UUID order, FaultCode fault) {
        return post(
                device(bridge),
                ApiPaths.BRIDGE_ORDER_FAILURE,
                order.toString(),
                new CardFailure(fault),
                CardOrder.class);
    }

    /** From the blank on the reader to the signed identity. */
    CardPreparation prepare(String bridge, UUID order, String serial) {
        CardApproach approach = card(bridge, order, new CardOnReader(serial, BLANK, NO_KEYS, null), CardApproach.class);
        opening(bridge, order, answering(approach.keyVersion(), serial), CardOpened.class);
        return preparation(bridge, order, newKey(), CardPreparation.class);
    }

    /** The whole way of a new card. */
    CardPreparation issue(String staff, String bridge, String patient, String serial) {
        CardOrder order = order(staff, patient, CardOrderKind.ISSUE, null);
        CardPreparation card = prepare(bridge, order.id(), serial);
        completion(bridge, order.id(), CardOrder.class);
        return card;
    }

    /** As a card answers that holds the keys of this version. */
    CardSessionRequest answering(int keyVersion, String idOrSerial) {
        byte[] id = HexFormat.of().parseHex(idOrSerial);
        CardKeys keys = sam.keys(KeyVersion.ofCode(keyVersion), id);
        byte[] challenge = new byte[8];
        random.nextBytes(challenge);
        return new CardSessionRequest(challenge, ChipSide.answer(keys, id, challenge));
    }

    byte[] newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return CardPublicKey.of((ECPublicKey) generator.generateKeyPair().getPublic())
                    .point();
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    RestClient staff(String login) {
        return client().defaultHeaders(headers -> headers.setBasicAuth(login, TestData.FIRST_PASSWORD))
                .build();
    }

    RestClient device(String token) {
        return client().defaultHeader(HttpHeaders.AUTHORIZATION, ApiPaths.DEVICE_SCHEME + " " + token)
                .build();
    }

    <T> T post(RestClient as, String path, String id, Object body, Class<T> type) {
        return as.post().uri(path, id).body(body).exchange((request, response) -> {
            boolean refused = response.getStatusCode().isError();
            if (refused != (type == Problem.class)) {
                Problem problem = refused ? response.bodyTo(Problem.class) : null;
                throw new AssertionError(path + " " + response.getStatusCode() + " " + problem);
            }
            return response.getStatusCode().value() == 204 ? null : response.bodyTo(type);
        });
    }

    FaultCode refusal(RestClient as, String path, String id, Object body) {
        return post(as, path, id, body, Problem.class).code();
    }

    TestHospital hospital() {
        return hospital;
    }

    private RestClient.Builder client() {
        return RestClient.builder().baseUrl("http://localhost:" + port);
    }
}
