package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.citizen.AccessDeniedException;
import vn.tiepdon.card.reader.CardTask;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.ChipRequest;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.Events;

class ChipDeskTest {

    private static final ChipRequest REQUEST = new ChipRequest(8, 7, Samples.access());

    private final Events events = new Events();
    private Optional<KioskConfiguration> told = Optional.of(CardReadingTest.configuration());
    private Card card = new Card();
    private final ChipDesk desk = new ChipDesk(() -> card, () -> told, () -> Instant.EPOCH, events);

    /** A card whose reading ends when the test says so. */
    private static final class Card implements PresentedCard {

        private final CompletableFuture<Presentation.CitizenChip> reading = new CompletableFuture<>();
        private boolean asked;

        @Override
        @SuppressWarnings("unchecked") // The desk asks for one thing only.
        public <T> CompletableFuture<T> run(CardTask<T> task) {
            asked = true;
            return (CompletableFuture<T>) reading;
        }
    }

    private void agree() {
        desk.agreed(REQUEST.consent(), "chip-1", Locale.forLanguageTag("vi"));
    }

    @Test
    void withConsentAChipIsRead() throws Exception {
        agree();
        desk.read(REQUEST);
        Presentation.CitizenChip chip = Samples.chip();
        card.reading.complete(chip);
        events.expect(new DeviceEvent.ChipRead(8, chip));
    }

    @Test
    void withoutConsentNoCardIsAsked() throws Exception {
        desk.read(REQUEST);
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.CHIP_CONSENT_MISSING));
        assertThat(card.asked).isFalse();
    }

    @Test
    void theConsentOfAnotherIsNone() throws Exception {
        desk.agreed(6, "chip-1", Locale.forLanguageTag("vi"));
        desk.read(REQUEST);
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.CHIP_CONSENT_MISSING));
        assertThat(card.asked).isFalse();
    }

    @Test
    void aConsentGoesWithThePatient() throws Exception {
        agree();
        desk.forget();
        desk.read(REQUEST);
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.CHIP_CONSENT_MISSING));
        assertThat(desk.awaitsCard()).isFalse();
    }

    @Test
    void whatAChipSaysAfterItsHolderLeftIsToldToNobody() throws Exception {
        agree();
        desk.read(REQUEST);
        desk.forget();
        card.reading.complete(Samples.chip());
        events.expectNothingFor(50);
    }

    @Test
    void aWrongKeyAndAMuteChipAreToldApart() throws Exception {
        agree();
        desk.read(REQUEST);
        card.reading.completeExceptionally(new AccessDeniedException(3));
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.CHIP_KEY_WRONG));
        card = new Card();
        desk.read(REQUEST);
        card.reading.completeExceptionally(new CardMuteException(null));
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.CHIP_UNREADABLE));
    }

    @Test
    void withoutACardThereIsNothingToRead() throws Exception {
        card = null;
        agree();
        desk.read(REQUEST);
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.CARD_REMOVED));
    }

    @Test
    void withoutAWordFromTheServerNoChipIsRead() throws Exception {
        told = Optional.empty();
        agree();
        desk.read(REQUEST);
        events.expect(new DeviceEvent.ChipFailed(8, FaultCode.SERVER_UNREACHABLE));
        assertThat(card.asked).isFalse();
    }
}
