package vn.tiepdon.kiosk.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.kiosk.card.ChipCard;
import vn.tiepdon.kiosk.card.Hospital;
import vn.tiepdon.kiosk.card.Records;
import vn.tiepdon.kiosk.client.Json;

class BridgeTest {

    private static final String SERVER = "https://tiepdon.example";
    private static final String READER = "Desk 00";

    @TempDir
    Path folder;

    private final DeskServer server = new DeskServer();
    private final ChipCard card = ChipCard.blank(server.hospital);
    private Bridge bridge;

    @BeforeEach
    void open() throws Exception {
        bridge = Bridge.open(settings(), Optional.of(server), Optional.empty(), Clock.systemUTC(), "test");
    }

    private BridgeSettings settings() throws Exception {
        return new BridgeSettings(
                Optional.of(URI.create(SERVER + "/")),
                folder,
                Optional.empty(),
                "jna",
                Pattern.compile("Desk"),
                0,
                Optional.of(server.hospital.stationFile(folder, 1)),
                Optional.empty());
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private RawBrowser browser() {
        return new RawBrowser(bridge.port()).with("Origin", SERVER);
    }

    private RawBrowser page() {
        return new RawBrowser(bridge.port()).with("Origin", "http://127.0.0.1:" + bridge.port());
    }

    private RawBrowser paired() throws Exception {
        RawBrowser.Answer answer = pair(bridge.pairingCode());
        assertThat(answer.status()).isEqualTo(200);
        String token = Json.MAPPER.readTree(answer.body()).get("token").asString();
        return browser().with("X-Bridge-Token", token);
    }

    private RawBrowser.Answer pair(String code) throws Exception {
        return browser().post("/pairing", "{\"code\":\"" + code + "\"}");
    }

    private void lay(ChipCard laid) {
        bridge.place().on(new ReaderEvent.ReaderReady(READER));
        bridge.place().on(new ReaderEvent.CardPresented(READER, true, laid));
    }

    private void remove() {
        bridge.place().on(new ReaderEvent.CardRemoved(READER));
    }

    /** Reads events up to and with the first of this name. */
    private static List<String> until(BufferedReader events, String name) throws Exception {
        List<String> seen = new ArrayList<>();
        while (seen.isEmpty() || !seen.get(seen.size() - 1).startsWith(name + " ")) {
            String line = events.readLine();
            assertThat(line).as("the stream goes on after %s", seen).isNotNull();
            if (line.startsWith("event: ")) {
                seen.add(line.substring(7) + " " + events.readLine().substring(6));
            }
        }
        return seen;
    }

    private static String order(UUID id) {
        return "{\"orderId\":\"" + id + "\"}";
    }

    @Test
    void onlyPagesOfTheServerMayAsk() throws Exception {
        assertThat(browser().get("/status").status()).isEqualTo(200);
        for (String origin : List.of(
                "https://evil.example", SERVER + ":8443", "http://tiepdon.example", SERVER + ".evil.example", "null")) {
            RawBrowser.Answer answer = browser().with("Origin", origin).get("/status");
            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        }
        RawBrowser none = browser();
        none.headers.remove("Origin");
        assertThat(none.get("/status").status()).isEqualTo(403);
    }

    @Test
    void aNameThatSomebodyElseLedHereIsRefused() throws Exception {
        for (String host : List.of("evil.example:" + bridge.port(), "127.0.0.1", "127.0.0.1:1", "tiepdon.example")) {
            assertThat(browser().with("Host", host).get("/status").status())
                    .as(host)
                    .isEqualTo(403);
            assertThat(page().with("Host", host).get("/card").status()).as(host).isEqualTo(403);
        }
        assertThat(browser()
                        .with("Host", "localhost:" + bridge.port())
                        .get("/status")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDoorIsOnTheLoopbackOnly() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, bridge.port()).close())
                            .isInstanceOf(ConnectException.class);
                }
            }
        }
    }

    @Test
    void theBrowsersQuestionBeforehandIsAnswered() throws Exception {
        RawBrowser.Answer answer = browser()
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Private-Network", "true")
                .ask("OPTIONS", "/orders", "");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("access-control-allow-origin", SERVER)
                .containsEntry("access-control-allow-private-network", "true")
                .containsEntry("access-control-allow-headers", "X-Bridge-Token, Content-Type")
                .containsEntry("access-control-allow-methods", "GET, POST");
        assertThat(browser()
                        .with("Origin", "https://evil.example")
                        .ask("OPTIONS", "/orders", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCodePairsOneBrowserOnce() throws Exception {
        String code = bridge.pairingCode();
        assertThat(pair(code).status()).isEqualTo(200);
        assertThat(pair(code).status()).isEqualTo(403);
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsWorthNothing() throws Exception {
        String code = bridge.pairingCode();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < PairingCode.TRIES; i++) {
            assertThat(pair(wrong).status()).isEqualTo(403);
        }
        assertThat(pair(code).status()).isEqualTo(403);
        assertThat(pair(bridge.pairingCode()).status()).isEqualTo(200);
    }

    @Test
    void withoutATokenThereAreNoOrdersAndNoEvents() throws Exception {
        assertThat(browser().get("/events").status()).isEqualTo(401);
        assertThat(browser().post("/orders", order(UUID.randomUUID())).status()).isEqualTo(401);
        assertThat(browser().with("X-Bridge-Token", "guessed").get("/events").status())
                .isEqualTo(401);
        assertThat(browser().get("/status").body()).contains("\"paired\":false");
        assertThat(paired().get("/status").body()).contains("\"paired\":true");
    }

    @Test
    void aTokenOutlivesTheBridgeAndIsKeptOnlyHashed() throws Exception {
        String token = paired().headers.get("X-Bridge-Token");
        assertThat(Files.readString(folder.resolve("browsers.json"))).doesNotContain(token);
        bridge.close();
        open();
        assertThat(browser().with("X-Bridge-Token", token).get("/status").body())
                .contains("\"paired\":true");
    }

    @Test
    void ofSeventeenBrowsersTheFirstIsForgotten() throws Exception {
        RawBrowser first = paired();
        for (int i = 0; i < Pairings.MOST; i++) {
            paired();
        }
        assertThat(first.get("/status").body()).contains("\"paired\":false");
    }

    @Test
    void bodiesThatAreTooLongOrNoJsonAreRefused() throws Exception {
        RawBrowser browser = paired();
        assertThat(browser.post("/orders", " ".repeat(Answers.MAX_BODY + 1)).status())
                .isEqualTo(413);
        assertThat(browser.post("/orders", "{").status()).isEqualTo(400);
        assertThat(browser.post("/orders", "null").status()).isEqualTo(400);
        assertThat(browser.post("/orders", "{}").status()).isEqualTo(400);
        assertThat(browser.with("Content-Type", "text/plain")
                        .ask("POST", "/orders", order(UUID.randomUUID()))
                        .status())
                .isEqualTo(415);
        assertThat(browser.ask("DELETE", "/orders", "").status()).isEqualTo(405);
        assertThat(browser.get("/nothing").status()).isEqualTo(404);
    }

    @Test
    void anOrderIsCarriedOutAndBothBrowsersSeeIt() throws Exception {
        RawBrowser one = paired();
        RawBrowser two = paired();
        UUID id = UUID.randomUUID();
        try (Socket first = one.open("GET", "/events", "");
                Socket second = two.open("GET", "/events", "")) {
            BufferedReader ones = RawBrowser.reader(first);
            BufferedReader twos = RawBrowser.reader(second);
            assertThat(until(ones, "card")).containsExactly("reader {\"name\":null}", "card {\"card\":null}");
            assertThat(one.post("/orders", order(id)).status()).as("no card").isEqualTo(409);
            lay(card);
            assertThat(until(ones, "card")).endsWith("card {\"card\":\"blank\"}");
            assertThat(one.post("/orders", order(id)).status()).isEqualTo(202);
            assertThat(until(ones, "done")).endsWith("done {\"orderId\":\"" + id + "\"}");
            until(twos, "done");
            assertThat(until(ones, "card")).containsExactly("card {\"card\":\"active\"}");
            remove();
            assertThat(until(ones, "card")).containsExactly("card {\"card\":null}");
        }
        assertThat(card.directory().state()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(server.failures).isEmpty();
    }

    @Test
    void aCardThatTheServerDoesNotWantLeavesTheOrderOpen() throws Exception {
        server.failingStep = "card";
        server.failingTimes = 1;
        server.failingWith = FaultCode.CARD_NOT_BLANK;
        RawBrowser browser = paired();
        UUID id = UUID.randomUUID();
        try (Socket socket = browser.open("GET", "/events", "")) {
            BufferedReader events = RawBrowser.reader(socket);
            lay(card);
            assertThat(browser.post("/orders", order(id)).status()).isEqualTo(202);
            assertThat(until(events, "failed")).last().asString().contains("CARD_NOT_BLANK");
            assertThat(browser.post("/orders", order(id)).status()).isEqualTo(202);
            until(events, "done");
        }
        assertThat(server.failures).isEmpty();
    }

    @Test
    void whatIsTheCardsFaultIsToldToTheServer() throws Exception {
        server.firstRecords = Records.emergency();
        server.tooLong = true;
        RawBrowser browser = paired();
        try (Socket socket = browser.open("GET", "/events", "")) {
            BufferedReader events = RawBrowser.reader(socket);
            lay(card);
            browser.post("/orders", order(UUID.randomUUID()));
            assertThat(until(events, "failed")).last().asString().contains("CARD_DATA_TOO_LONG");
        }
        assertThat(server.failures).containsExactly(FaultCode.CARD_DATA_TOO_LONG);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.BLANK);
    }

    @Test
    void theCardPageReadsACardWithTheStationsPassword() throws Exception {
        CardId id = CardId.ofHex("00112233445566778899AABBCCDDEEFF");
        lay(server.hospital.card(
                id,
                Hospital.TODAY.plusYears(9),
                List.of(Records.visit(12)),
                Records.emergency(),
                Records.medication()));
        assertThat(page().get("/card").headers().get("content-security-policy")).contains("default-src 'none'");
        assertThat(page().post("/card/reading", "{}").status()).isEqualTo(401);
        RawBrowser.Answer wrong = page().post("/card/unlock", "{\"password\":\"wrong\"}");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.body()).contains("STATION_PASSWORD_WRONG");
        RawBrowser.Answer right =
                page().post("/card/unlock", "{\"password\":\"" + new String(Hospital.PASSWORD) + "\"}");
        String token = Json.MAPPER.readTree(right.body()).get("token").asString();
        RawBrowser open = page().with("X-Station-Token", token);
        assertThat(open.get("/card/status").body()).contains("\"unlocked\":true", "\"card\":1");
        assertThat(open.post("/card/reading", "{}").body()).contains("Penicillin", "NẶNG", "SEVERE");
        remove();
        assertThat(open.post("/card/reading", "{}").body()).contains("STATION_NO_CARD");
        open.post("/card/lock", "{}");
        assertThat(open.post("/card/reading", "{}").status()).isEqualTo(401);
    }

    @Test
    void noOtherPageMayUseTheCardPage() throws Exception {
        for (String origin : List.of(SERVER, "null", "http://127.0.0.1:1")) {
            assertThat(page().with("Origin", origin).post("/card/unlock", "{}").status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(page().with("Sec-Fetch-Site", "cross-site")
                        .get("/card/words")
                        .status())
                .isEqualTo(403);
        assertThat(page().get("/card/../bridge/card.html").status()).isEqualTo(404);
    }
}
