package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.reader.CardTask;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardTold;

class ContactDeskTest {

    private static final CardTold TOLD = new CardTold(Optional.empty(), List.of(), true);

    private final House house = House.of(CardReadingTest.configuration());
    private final ContactDesk desk = new ContactDesk();
    private final Card card = new Card();
    private ReadCard read;

    /** A card whose contact ends when the test says so. */
    private static final class Card implements PresentedCard {

        private final CompletableFuture<CardTold> contact = new CompletableFuture<>();
        private int asked;

        @Override
        @SuppressWarnings("unchecked") // The desk asks for one thing only.
        public <T> CompletableFuture<T> run(CardTask<T> task) {
            asked++;
            return (CompletableFuture<T>) contact;
        }
    }

    @BeforeEach
    void readCard() throws Exception {
        read = new CardReading(() -> Instant.parse("2026-11-22T23:30:00Z")).read(new SoftCard(), house);
        desk.read(card, read, house);
    }

    private CardOrder orderFor(ReadCard whose) {
        return new CardOrder(whose.shown().session(), Samples.contact(false, Samples.update(4)), Samples.history());
    }

    private CardTold tell(CardOrder order) throws Exception {
        return desk.tell(order).get(20, TimeUnit.SECONDS);
    }

    @Test
    void theCardThatAskedIsToldOnce() throws Exception {
        card.contact.complete(TOLD);
        assertThat(tell(orderFor(read))).isEqualTo(TOLD);
        assertThat(tell(orderFor(read))).as("its session is used up").isEqualTo(CardTold.NOTHING);
        assertThat(card.asked).isEqualTo(1);
    }

    @Test
    void anotherCardsKeysNeverReachTheCardOnTheReader() throws Exception {
        ReadCard other = new CardReading(() -> Instant.parse("2026-11-22T23:30:00Z")).read(new SoftCard(), house);
        assertThat(tell(orderFor(other))).isEqualTo(CardTold.NOTHING);
        assertThat(card.asked).isZero();
    }

    @Test
    void aCardThatWasLeftOrLiftedIsToldNothing() throws Exception {
        desk.leave();
        assertThat(tell(orderFor(read))).isEqualTo(CardTold.NOTHING);
        desk.read(card, read, house);
        card.contact.completeExceptionally(new CardRemovedException(null));
        assertThat(tell(orderFor(read))).isEqualTo(CardTold.NOTHING);
    }

    @Test
    void aCardThatHangsIsGivenUpAfterSomeSeconds() throws Exception {
        assertThat(tell(orderFor(read))).isEqualTo(CardTold.NOTHING);
    }
}
