package vn.tiepdon.simulator.card.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.Card;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.ChipReading;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.NotOurCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.reader.ReaderEvent.CardPresented;
import vn.tiepdon.card.reader.ReaderEvent.CardRemoved;
import vn.tiepdon.card.reader.ReaderEvent.ReaderGone;
import vn.tiepdon.card.reader.ReaderEvent.ReaderReady;
import vn.tiepdon.card.reader.ReaderMonitor;
import vn.tiepdon.card.reader.ReaderSettings;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.SessionLimitException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.simulator.card.EventLog;
import vn.tiepdon.simulator.card.InventedKeys;
import vn.tiepdon.simulator.card.TestHospital;
import vn.tiepdon.simulator.card.VirtualCards;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.card.VirtualReaderSlot;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.Quirk;
import vn.tiepdon.simulator.card.citizen.TestAuthority;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;

class MemoryReaderTest {

    private static final ReaderSettings SETTINGS =
            ReaderSettings.defaults().withSettling(Duration.ZERO).withSessionTime(Duration.ofSeconds(2));

    private final TestHospital hospital = new TestHospital();
    private final MemoryReaders readers = new MemoryReaders();
    private final MemoryReader reader = readers.add("Memory 0");
    private final MemoryReaderProvider provider = new MemoryReaderProvider(readers);
    private final EventLog events = new EventLog();
    private VirtualPatientCard card;
    private ReaderMonitor monitor;

    @BeforeEach
    void makeCard() throws Exception {
        card = VirtualPatientCard.personalised(hospital::issue);
    }

    @AfterEach
    void stop() {
        if (monitor != null) {
            monitor.close();
        }
    }

    @Test
    void aCardComesIsReadAndGoes() throws Exception {
        watch();
        reader.present(card);
        CardPresented presented = events.next(CardPresented.class);
        assertThat(presented.fresh()).isTrue();
        assertThat(presented.reader()).isEqualTo("Memory 0");
        assertThat(read(presented.card()).claimed().cardId())
                .isEqualTo(
                        new PatientCardReader().read(card.transport()).claimed().cardId());
        reader.yank();
        events.next(CardRemoved.class);
    }

    @Test
    void aChipCardIsReadThroughTheReaderInShortAndInExtendedCommands() throws Exception {
        watch();
        Citizen citizen = Citizen.sample();
        for (Set<Quirk> quirks : List.of(Set.<Quirk>of(), Set.of(Quirk.EXTENDED_LENGTH))) {
            reader.present(VirtualCitizenCard.of(citizen, TestAuthority.vietnam(), quirks));
            ChipReading reading = events.next(CardPresented.class)
                    .card()
                    .run(session -> new ChipReader((done, total) -> {})
                            .read(session.transport(), List.of(citizen.can()), new byte[ChipChallenge.LENGTH]))
                    .get(10, TimeUnit.SECONDS);
            assertThat(reading.identity().nationalNumber()).isEqualTo(citizen.nationalNumber());
            reader.yank();
            events.next(CardRemoved.class);
        }
    }

    @Test
    void betweenTwoTasksACardIsNeitherResetNorSelectedAnew() throws Exception {
        watch();
        reader.present(card);
        PresentedCard presented = events.next(CardPresented.class).card();
        CardId id = read(presented).claimed().cardId();
        CardDirectory written = presented
                .run(session -> {
                    Transport secure = InventedKeys.open(session.transport(), CardRole.WRITING, id);
                    new PatientCardWriter(secure).apply(7, Optional.empty(), Optional.empty(), Optional.empty());
                    return PatientCardReader.select(session.transport());
                })
                .get(10, TimeUnit.SECONDS);
        assertThat(written.revision()).isEqualTo(7);
    }

    @Test
    void aCardThatLayThereAtStartIsNotFresh() throws Exception {
        reader.present(card);
        watch();
        assertThat(events.next(CardPresented.class).fresh()).isFalse();
    }

    @Test
    void aCardThatShowsWhileItsReaderSettlesIsNotFresh() throws Exception {
        monitor = ReaderMonitor.start(PcscProvider.of(provider), SETTINGS.withSettling(Duration.ofMinutes(1)), events);
        events.next(ReaderReady.class);
        reader.present(card);
        assertThat(events.next(CardPresented.class).fresh()).isFalse();
    }

    @Test
    void cardsChangedQuicklyAreTwoPresentations() throws Exception {
        watch();
        reader.present(card);
        PresentedCard first = events.next(CardPresented.class).card();
        VirtualPatientCard other = VirtualPatientCard.personalised(hospital::issue);
        reader.present(other);
        events.next(CardRemoved.class);
        PresentedCard second = events.next(CardPresented.class).card();
        assertThat(read(second).claimed().cardKey())
                .isEqualTo(new PatientCardReader()
                        .read(other.transport())
                        .claimed()
                        .cardKey());
        assertThatThrownBy(() -> read(first)).hasCauseInstanceOf(CardRemovedException.class);
    }

    @Test
    void readersArePluggedAndUnplugged() throws Exception {
        watch();
        MemoryReader second = readers.add("Memory 1");
        assertThat(events.next(ReaderReady.class).reader()).isEqualTo("Memory 1");
        second.present(card);
        assertThat(events.next(CardPresented.class).reader()).isEqualTo("Memory 1");
        readers.remove("Memory 1");
        assertThat(events.next(CardRemoved.class).reader()).isEqualTo("Memory 1");
        assertThat(events.next(ReaderGone.class).reader()).isEqualTo("Memory 1");
    }

    @Test
    void noReaderAtAllIsAState() throws Exception {
        readers.remove("Memory 0");
        monitor = ReaderMonitor.start(PcscProvider.of(provider), SETTINGS, events);
        readers.add("Memory 1");
        assertThat(events.next(ReaderReady.class).reader()).isEqualTo("Memory 1");
    }

    @Test
    void aCardPulledOutDuringACommandIsRemoved() throws Exception {
        watch();
        reader.present(card);
        CompletableFuture<SignedIdentityRecord> result = events.next(CardPresented.class)
                .card()
                .run(session -> new PatientCardReader().read(command -> {
                    reader.yank();
                    return session.transport().transmit(command);
                }));
        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CardRemovedException.class);
    }

    @Test
    void aMuteCardIsMute() throws Exception {
        watch();
        reader.present(VirtualCards.mute());
        PresentedCard mute = events.next(CardPresented.class).card();
        assertThatThrownBy(() -> read(mute)).hasCauseInstanceOf(CardMuteException.class);
    }

    @Test
    void aTaskThatNeverEndsIsGivenUp() throws Exception {
        monitor =
                ReaderMonitor.start(PcscProvider.of(provider), SETTINGS.withSessionTime(Duration.ofMillis(10)), events);
        reader.present(card);
        CompletableFuture<byte[]> result = events.next(CardPresented.class)
                .card()
                .run(session -> {
                    while (true) {
                        session.transport().transmit(new byte[] {0, (byte) 0xB0, (byte) 0x81, 0, 0});
                    }
                });
        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SessionLimitException.class);
    }

    @Test
    void whenAnotherProgramResetsTheCardTheTaskStartsOver() throws Exception {
        watch();
        reader.present(card);
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<SignedIdentityRecord> result = events.next(CardPresented.class)
                .card()
                .run(session -> {
                    if (runs.incrementAndGet() == 1) {
                        resetByAnotherProgram();
                    }
                    return new PatientCardReader().read(session.transport());
                });
        assertThat(result.get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatATaskThrowsReachesItsCaller() throws Exception {
        watch();
        reader.present(card);
        CompletableFuture<Void> result = events.next(CardPresented.class).card().run(session -> {
            throw new IOException("server away");
        });
        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatching() throws Exception {
        monitor = ReaderMonitor.start(PcscProvider.of(provider), SETTINGS, event -> {
            events.on(event);
            throw new IllegalStateException("listener");
        });
        events.next(ReaderReady.class);
        reader.present(card);
        events.next(CardPresented.class);
    }

    @Test
    void aCardOfAnotherProcessComesOverVpcdsProtocol() throws Exception {
        int port = freePort();
        VpcdPort.open(reader, port);
        watch();
        try (VirtualReaderSlot slot = VirtualReaderSlot.connect(port)) {
            slot.present(card);
            CardPresented presented = events.next(CardPresented.class);
            assertThat(read(presented.card())).isNotNull();
            slot.yank();
            events.next(CardRemoved.class);
            slot.presentUntil(card, 1);
            PresentedCard pulled = events.next(CardPresented.class).card();
            assertThatThrownBy(() -> read(pulled)).hasCauseInstanceOf(CardRemovedException.class);
        }
    }

    @Test
    void noLogLineOfASessionNamesTheCardOrItsPatient() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = root.getLevel();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        try {
            aCardComesIsReadAndGoes();
            reader.present(VirtualCards.unknown());
            PresentedCard unknown = events.next(CardPresented.class).card();
            assertThatThrownBy(() -> read(unknown)).hasCauseInstanceOf(NotOurCardException.class);
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
        assertThat(lines.list).isNotEmpty().allSatisfy(line -> assertThat(line.getFormattedMessage())
                .doesNotContainIgnoringCase("Nguyễn", "BN000123", "00112233", "1950"));
    }

    @Test
    void aCardPoweredUpAnewAfterASessionHasNothingSelectedAndHasNotLeft() throws Exception {
        watch();
        Citizen citizen = Citizen.sample();
        reader.present(
                VirtualCitizenCard.of(citizen, TestAuthority.vietnam(), Quirk.ACCESS_FILE_OUTSIDE_ONLY, Quirk.NO_BAC));
        PresentedCard presented = events.next(CardPresented.class).card();
        boolean chip = presented
                .run(session -> {
                    session.resetAfterwards();
                    return ChipReader.isChipCard(session.transport());
                })
                .get(10, TimeUnit.SECONDS);
        assertThat(chip).isTrue();
        AccessKey can = new AccessKey.Can(citizen.nationalNumber().substring(6));
        ChipReading read = presented
                .run(session -> new ChipReader((done, total) -> {})
                        .read(session.transport(), List.of(can), new byte[ChipChallenge.LENGTH]))
                .get(10, TimeUnit.SECONDS);
        assertThat(read.identity().nationalNumber()).isEqualTo(citizen.nationalNumber());
    }

    private void watch() throws InterruptedException {
        monitor = ReaderMonitor.start(PcscProvider.of(provider), SETTINGS, events);
        events.next(ReaderReady.class);
    }

    private static SignedIdentityRecord read(PresentedCard presented) throws Exception {
        return presented
                .run(session -> new PatientCardReader().read(session.transport()))
                .get(10, TimeUnit.SECONDS);
    }

    private void resetByAnotherProgram() throws Exception {
        Card other = TerminalFactory.getInstance("PC/SC", null, provider)
                .terminals()
                .getTerminal("Memory 0")
                .connect("*");
        other.disconnect(true);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
