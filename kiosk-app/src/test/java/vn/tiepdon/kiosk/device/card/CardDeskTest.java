package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.reader.CardTask;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.Events;

class CardDeskTest {

    private static final DeviceEvent READ = new DeviceEvent.CardRead(new Presentation.PatientCard(
            new byte[0], new Presentation.CardProof(Instant.EPOCH, new byte[0], new byte[0])));

    private final Events events = new Events();
    private Optional<KioskConfiguration> told = Optional.of(CardReadingTest.configuration());
    private final CardDesk desk = new CardDesk(Pattern.compile("Desk"), () -> told, Instant::now, events);

    /** A card whose reading ends when the test says so. */
    private static final class Card implements PresentedCard {

        private final CompletableFuture<DeviceEvent> reading = new CompletableFuture<>();
        private boolean muteAtFirst;
        private boolean asked;

        @Override
        @SuppressWarnings("unchecked") // The desk asks for one thing only.
        public <T> CompletableFuture<T> run(CardTask<T> task) {
            asked = true;
            if (muteAtFirst) {
                muteAtFirst = false;
                return CompletableFuture.failedFuture(new CardMuteException(null));
            }
            return (CompletableFuture<T>) reading;
        }
    }

    private void present(Card card, boolean fresh) {
        desk.on(new ReaderEvent.CardPresented("Desk 00", fresh, card));
    }

    private static DeviceEvent reader(FaultCode fault) {
        return new DeviceEvent.PartChanged(DeviceHealth.Kind.CARD_READER, fault);
    }

    @Test
    void aFreshCardIsReadOnce() throws Exception {
        Card card = new Card();
        present(card, true);
        events.expect(new DeviceEvent.CardInserted(true));
        card.reading.complete(READ);
        events.expect(READ);
        desk.on(new ReaderEvent.CardRemoved("Desk 00"));
        events.expect(new DeviceEvent.CardRemoved());
    }

    @Test
    void anIdCardIsToldAsSuch() throws Exception {
        Card card = new Card();
        present(card, true);
        events.expect(new DeviceEvent.CardInserted(true));
        card.reading.complete(new DeviceEvent.CitizenCardFound());
        events.expect(new DeviceEvent.CitizenCardFound());
    }

    @Test
    void aCardThatAnswersOnlyTheSecondTimeIsReadAllTheSame() throws Exception {
        Card card = new Card();
        card.muteAtFirst = true;
        present(card, true);
        events.expect(new DeviceEvent.CardInserted(true));
        card.reading.complete(READ);
        events.expect(READ);
    }

    @Test
    void aCardThatLayThereAtStartIsNotRead() throws Exception {
        Card card = new Card();
        present(card, false);
        events.expect(new DeviceEvent.CardInserted(false));
        assertThat(card.asked).isFalse();
    }

    @Test
    void aCardPulledOutAndAMuteOneAreToldApart() throws Exception {
        Card pulled = new Card();
        present(pulled, true);
        pulled.reading.completeExceptionally(new CardRemovedException(null));
        events.expect(new DeviceEvent.CardInserted(true));
        events.expect(new DeviceEvent.CardFailed(FaultCode.CARD_REMOVED));
        Card mute = new Card();
        present(mute, true);
        mute.reading.completeExceptionally(new CardMuteException(null));
        events.expect(new DeviceEvent.CardInserted(true));
        events.expect(new DeviceEvent.CardFailed(FaultCode.CARD_UNREADABLE));
    }

    @Test
    void whatALateCardSaysIsNotTakenForTheNextPatient() throws Exception {
        Card slow = new Card();
        present(slow, true);
        desk.on(new ReaderEvent.CardRemoved("Desk 00"));
        Card next = new Card();
        present(next, true);
        slow.reading.complete(READ);
        next.reading.completeExceptionally(new CardRemovedException(null));
        events.expect(new DeviceEvent.CardInserted(true));
        events.expect(new DeviceEvent.CardRemoved());
        events.expect(new DeviceEvent.CardInserted(true));
        events.expect(new DeviceEvent.CardFailed(FaultCode.CARD_REMOVED));
    }

    @Test
    void withoutAWordFromTheServerNoCardIsJudged() throws Exception {
        told = Optional.empty();
        Card card = new Card();
        present(card, true);
        events.expect(new DeviceEvent.CardInserted(true));
        events.expect(new DeviceEvent.CardFailed(FaultCode.SERVER_UNREACHABLE));
        assertThat(card.asked).isFalse();
    }

    @Test
    void aBlockListIsTakenOnlyFromAKnownHouse() throws Exception {
        assertThat(desk.takeBlockList(BlockedCardsTest.list("01234", 5, SoftCard.HOSPITAL)))
                .isTrue();
        told = Optional.empty();
        assertThat(desk.takeBlockList(BlockedCardsTest.list("01234", 6, SoftCard.HOSPITAL)))
                .isFalse();
    }

    @Test
    void theReadersStateIsToldOnceForEachChange() throws Exception {
        desk.on(new ReaderEvent.ReaderReady("Desk 00"));
        desk.on(new ReaderEvent.ReaderReady("Desk 01"));
        desk.on(new ReaderEvent.ReaderGone("Desk 01"));
        events.expect(reader(null));
        desk.on(new ReaderEvent.ReaderGone("Desk 00"));
        events.expect(reader(FaultCode.READER_MISSING));
        desk.on(new ReaderEvent.ServiceLost("SCARD_E_NO_SERVICE"));
        events.expect(reader(FaultCode.READER_SERVICE_DOWN));
        desk.on(new ReaderEvent.ServiceBack());
        events.expect(reader(FaultCode.READER_MISSING));
        desk.on(new ReaderEvent.ReaderReady("Desk 00"));
        events.expect(reader(null));
    }

    @Test
    void readersOfOtherNamesAreLeftAlone() throws Exception {
        Card card = new Card();
        desk.on(new ReaderEvent.ReaderReady("Signature pad"));
        desk.on(new ReaderEvent.CardPresented("Signature pad", true, card));
        assertThat(card.asked).isFalse();
        events.expectNothingFor(50);
    }
}
