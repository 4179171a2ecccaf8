package vn.tiepdon.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import vn.tiepdon.card.patientcard.CardBlankException;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardProof;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.NotOurCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.reader.ReaderEvent.CardPresented;
import vn.tiepdon.card.reader.ReaderEvent.CardRemoved;
import vn.tiepdon.card.reader.ReaderEvent.ReaderGone;
import vn.tiepdon.card.reader.ReaderEvent.ReaderReady;
import vn.tiepdon.card.reader.ReaderEvent.ServiceBack;
import vn.tiepdon.card.reader.ReaderEvent.ServiceLost;
import vn.tiepdon.card.reader.ReaderMonitor;
import vn.tiepdon.card.reader.ReaderSettings;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;

/** Cards in the readers of a real pcscd; needs root, pcscd and vsmartcard-vpcd. */
@ResourceLock("pcscd")
@Tag("pcsc-alone")
class RealReaderTest {

    private static final Duration READY_AGAIN = Duration.ofSeconds(5);
    private static final int RESTARTS = 20;
    private static final ReaderSettings SETTLED = ReaderSettings.defaults().withSettling(Duration.ZERO);
    private static final byte[] CHALLENGE = CardChallenge.of("kiosk-1", Instant.EPOCH, new byte[16]);

    private static Pcscd pcscd;

    private final TestHospital hospital = new TestHospital();
    private final EventLog events = new EventLog();
    private VirtualReaderSlot slot;
    private VirtualPatientCard card;
    private ReaderMonitor monitor;

    @BeforeAll
    static void startService() {
        pcscd = Pcscd.start();
    }

    @AfterAll
    static void endService() {
        pcscd.close();
    }

    @BeforeEach
    void makeCard() throws Exception {
        slot = VirtualReaderSlot.connect(VirtualReaderSlot.FIRST_PORT);
        card = VirtualPatientCard.personalised(hospital::issue);
    }

    @AfterEach
    void emptyReaders() throws Exception {
        slot.close();
        if (monitor != null) {
            monitor.close();
        }
        for (CardTerminal terminal : TerminalFactory.getInstance("PC/SC", null, new Smartcardio())
                .terminals()
                .list()) {
            assertThat(terminal.waitForCardAbsent(5_000)).isTrue();
        }
    }

    @Test
    void aCardPutOnTheReaderProvesWhoseItIs() throws Exception {
        watch();
        slot.present(card);
        CardPresented presented = events.next(CardPresented.class);
        assertThat(presented.fresh()).isTrue();

        byte[][] proof = new byte[1][];
        SignedIdentityRecord record = presented
                .card()
                .run(session -> {
                    SignedIdentityRecord read = new PatientCardReader().read(session.transport());
                    proof[0] = new PatientCardReader().authenticate(session.transport(), CHALLENGE);
                    return read;
                })
                .get(10, TimeUnit.SECONDS);

        IdentityRecord identity = record.verify(hospital::key);
        CardProof.verify(identity.cardKey(), identity.cardId(), CHALLENGE, proof[0]);
        slot.yank();
        assertThat(events.next(CardRemoved.class).reader()).isEqualTo(presented.reader());
    }

    @Test
    void aCardThatLayThereAtStartIsNotFresh() throws Exception {
        slot.present(card);
        awaitCardInService();
        watch();
        assertThat(events.next(CardPresented.class).fresh()).isFalse();
        slot.yank();
        events.next(CardRemoved.class);
        slot.present(card);
        assertThat(events.next(CardPresented.class).fresh()).isTrue();
    }

    @Test
    void twoReadersHoldTwoCards() throws Exception {
        watch();
        VirtualPatientCard other = VirtualPatientCard.personalised(hospital::issue);
        try (VirtualReaderSlot second = VirtualReaderSlot.connect(VirtualReaderSlot.FIRST_PORT + 1)) {
            slot.present(card);
            CardPresented inFirst = events.next(CardPresented.class);
            second.present(other);
            CardPresented inSecond = events.next(CardPresented.class);
            assertThat(inSecond.reader()).isNotEqualTo(inFirst.reader());
            CompletableFuture<SignedIdentityRecord> one = read(inFirst.card());
            CompletableFuture<SignedIdentityRecord> two = read(inSecond.card());
            assertThat(one.get(10, TimeUnit.SECONDS).claimed().cardKey())
                    .isNotEqualTo(two.get(10, TimeUnit.SECONDS).claimed().cardKey());
        }
    }

    @Test
    void aCardPulledOutAtAnyApduLeavesNoIdentity() throws Exception {
        watch();
        for (int answered = 0; answered < 3; answered++) {
            slot.presentUntil(card, answered);
            CompletableFuture<byte[]> result = events.next(CardPresented.class)
                    .card()
                    .run(session -> {
                        new PatientCardReader().read(session.transport());
                        return new PatientCardReader().authenticate(session.transport(), CHALLENGE);
                    });
            assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS))
                    .as("after %d answers", answered)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CardRemovedException.class);
            slot.yank();
            events.next(CardRemoved.class);
        }
    }

    @Test
    void cardsThatAreNoPatientCardsSaySo() throws Exception {
        watch();
        assertRefused(VirtualCards.unknown(), NotOurCardException.class);
        assertRefused(VirtualPatientCard.blank(), CardBlankException.class);
    }

    @Test
    void aMuteCardIsGivenUpInTime() throws Exception {
        watch(SETTLED.withSessionTime(Duration.ofMillis(200)));
        assertRefused(VirtualCards.mute(), CardMuteException.class);
        slot.present(card);
        read(events.next(CardPresented.class).card()).get(10, TimeUnit.SECONDS);
    }

    @Test
    void theHandleOfAnEarlierCardDoesNotReachTheNextOne() throws Exception {
        watch();
        slot.present(card);
        PresentedCard earlier = events.next(CardPresented.class).card();
        slot.yank();
        events.next(CardRemoved.class);
        slot.present(card);
        events.next(CardPresented.class);
        assertThatThrownBy(() -> read(earlier).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CardRemovedException.class);
    }

    @Test
    void anotherProgramSeesTheCardToo() throws Exception {
        slot.present(card);
        awaitCardInService();
        assertThat(run("opensc-tool", "--reader", "0", "--atr").replace(":", "").toUpperCase(Locale.ROOT))
                .contains(HexFormat.of().withUpperCase().formatHex(card.atr()));
    }

    @Test
    void anotherProgramReadsWhatTheCardTellsEverybodyAndNoMore() throws Exception {
        slot.present(card);
        awaitCardInService();
        String said = opensc(
                "00A4040009F054494550444F4E01",
                "00B0810000",
                "00B0820000",
                "00B2012400",
                "0088000020" + "00".repeat(32) + "00");
        String[] answers = said.split("(?=Received \\()");
        assertThat(answers).hasSize(6);
        assertThat(bytes(answers[1])).startsWith("6F").contains("8409F054494550444F4E01", "810107");
        assertThat(answers[2]).contains("SW1=0x90, SW2=0x00");
        assertThat(bytes(answers[2])).startsWith("E1");
        assertThat(answers[3]).contains("SW1=0x69, SW2=0x82");
        assertThat(answers[4]).contains("SW1=0x69, SW2=0x82");
        assertThat(answers[5]).contains("SW1=0x90, SW2=0x00");
        assertThat(bytes(answers[5])).startsWith("30");
    }

    @Test
    void cardsAreReadAgainWithinFiveSecondsOfEachOfTwentyServiceRestarts() throws Exception {
        watch(ReaderSettings.defaults());
        for (int restart = 0; restart < RESTARTS; restart++) {
            boolean cardInside = restart % 2 == 0;
            if (cardInside) {
                slot.present(card);
                events.next(CardPresented.class);
            }
            pcscd.kill();
            events.next(ReaderGone.class);
            events.next(ServiceLost.class);
            pcscd.launch();
            long back = System.nanoTime();
            events.next(ServiceBack.class, READY_AGAIN);
            events.next(ReaderReady.class, READY_AGAIN);
            if (!cardInside) {
                slot.present(card);
            }
            CardPresented presented = events.next(CardPresented.class, READY_AGAIN);
            assertThat(presented.fresh()).as("restart %d", restart).isNotEqualTo(cardInside);
            read(presented.card()).get(READY_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - back))
                    .as("restart %d", restart)
                    .isLessThan(READY_AGAIN);
            slot.yank();
            events.next(CardRemoved.class);
        }
    }

    /** @return what opensc-tool says about each of these commands, after all that it says beforehand */
    private static String opensc(String... commands) throws Exception {
        List<String> line = new ArrayList<>(List.of("opensc-tool", "--reader", "0"));
        for (String command : commands) {
            line.add("--send-apdu");
            line.add(command);
        }
        return run(line.toArray(String[]::new));
    }

    private static String run(String... line) throws Exception {
        Process tool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** The hex column of what opensc-tool has received: up to 16 bytes in each line, and then the same as text. */
    private static String bytes(String answer) {
        StringBuilder hex = new StringBuilder();
        Matcher line = Pattern.compile("(?m)^((?:[0-9A-F]{2} ){1,16})").matcher(answer);
        while (line.find()) {
            hex.append(line.group(1).replace(" ", ""));
        }
        return hex.toString();
    }

    private void watch() throws InterruptedException {
        watch(SETTLED);
    }

    private void watch(ReaderSettings settings) throws InterruptedException {
        monitor = ReaderMonitor.start(PcscProvider.jna(), settings, events);
        events.next(ReaderReady.class);
    }

    private static CompletableFuture<SignedIdentityRecord> read(PresentedCard presented) {
        return presented.run(session -> new PatientCardReader().read(session.transport()));
    }

    private void assertRefused(VirtualCard refused, Class<? extends Exception> how) throws InterruptedException {
        slot.present(refused);
        CompletableFuture<SignedIdentityRecord> result =
                read(events.next(CardPresented.class).card());
        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(how);
        slot.yank();
        events.next(CardRemoved.class);
    }

    /** Waits until the service itself sees a card, through a monitor of its own. */
    private static void awaitCardInService() throws InterruptedException {
        EventLog seen = new EventLog();
        ReaderMonitor other = ReaderMonitor.start(PcscProvider.jna(), ReaderSettings.defaults(), seen);
        seen.next(CardPresented.class);
        other.close();
    }
}
