package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardTerminals.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.reader.ReaderEvent.CardPresented;
import vn.tiepdon.card.reader.ReaderEvent.CardRemoved;
import vn.tiepdon.card.reader.ReaderEvent.ReaderGone;
import vn.tiepdon.card.reader.ReaderEvent.ReaderReady;

/** What is told of readers and cards, for everything that a service may have seen between two looks. */
class ReadersTest {

    private static final ReaderSettings AT_ONCE = ReaderSettings.defaults().withSettling(Duration.ZERO);

    private final List<String> told = new ArrayList<>();
    private Readers readers = readers(AT_ONCE);

    @AfterEach
    void close() {
        readers.close();
    }

    @Test
    void aCardThatLayThereFirstIsOldAndTheNextOneIsFresh() throws Exception {
        readers.take(seen("A").withCard("A"));
        readers.take(seen("A"));
        readers.take(seen("A").withCard("A"));
        assertThat(told).containsExactly("ready A", "old card A", "removed A", "fresh card A");
    }

    @Test
    void aCardThatStaysIsToldOnce() throws Exception {
        readers.take(seen("A"));
        readers.take(seen("A").withCard("A"));
        readers.take(seen("A").withCard("A"));
        assertThat(told).containsExactly("ready A", "fresh card A");
    }

    @Test
    void aCardThatShowsWhileItsReaderSettlesIsOld() throws Exception {
        readers = readers(AT_ONCE.withSettling(Duration.ofMinutes(1)));
        readers.take(seen("A"));
        readers.take(seen("A").withCard("A"));
        assertThat(told).containsExactly("ready A", "old card A");
    }

    @Test
    void aReaderThatGoesTakesItsCardWithIt() throws Exception {
        readers.take(seen("A", "B").withCard("B"));
        readers.take(seen("A"));
        readers.take(seen());
        assertThat(told).contains("old card B").endsWith("removed B", "gone B", "gone A");
        assertThat(readers.isEmpty()).isTrue();
    }

    @Test
    void cardsChangedBetweenTwoLooksAreBothTold() throws Exception {
        readers.take(seen("A").withCard("A"));
        readers.update(seen("A").withCard("A").seen(State.CARD_REMOVAL, "A").seen(State.CARD_INSERTION, "A"));
        assertThat(told).containsExactly("ready A", "old card A", "removed A", "fresh card A");
    }

    @Test
    void aCardThatCameAndWentBetweenTwoLooksIsNotTold() throws Exception {
        readers.take(seen("A"));
        readers.update(seen("A").seen(State.CARD_REMOVAL, "A").seen(State.CARD_INSERTION, "A"));
        assertThat(told).containsExactly("ready A");
    }

    @Test
    void aReaderThatIsPluggedInWithACardIsNoticedByTheNextChange() throws Exception {
        readers.take(seen("A"));
        readers.update(seen("A", "B").withCard("B").seen(State.CARD_INSERTION, "B"));
        assertThat(told).containsExactly("ready A", "ready B", "old card B");
    }

    @Test
    void whoPutACardInWhileTheServiceWasAwayIsServed() throws Exception {
        readers = readers(AT_ONCE.withSettling(Duration.ofMinutes(1)));
        readers.take(seen("A", "B").withCard("B"));
        told.clear();
        readers.lose();
        assertThat(told).containsExactlyInAnyOrder("gone A", "removed B", "gone B");
        told.clear();
        readers.take(seen("A", "B").withCard("A", "B"));
        assertThat(told).containsExactlyInAnyOrder("ready A", "fresh card A", "ready B", "old card B");
    }

    @Test
    void thatAReaderWasEmptyIsRememberedForOneReturnOnly() throws Exception {
        readers.take(seen("A"));
        readers.lose();
        readers.take(seen());
        readers.take(seen("A").withCard("A"));
        assertThat(told).endsWith("ready A", "old card A");
    }

    @Test
    void ofReadersWithoutEndSixtyFourAreRemembered() throws Exception {
        String[] many = new String[65];
        for (int i = 0; i < many.length; i++) {
            many[i] = "reader " + i;
        }
        readers.take(seen(many));
        readers.lose();
        readers.take(seen(many).withCard(many));
        assertThat(told).filteredOn(event -> event.startsWith("fresh")).hasSize(64);
    }

    @Test
    void aListenerThatFailsHearsOfTheNextCardAllTheSame() throws Exception {
        readers = new Readers(nobody(), AT_ONCE, event -> {
            tell(event);
            throw new IllegalStateException("listener");
        });
        readers.take(seen("A"));
        readers.take(seen("A").withCard("A"));
        assertThat(told).containsExactly("ready A", "fresh card A");
    }

    private Readers readers(ReaderSettings settings) {
        return new Readers(nobody(), settings, this::tell);
    }

    private void tell(ReaderEvent event) {
        if (event instanceof ReaderReady ready) {
            told.add("ready " + ready.reader());
        } else if (event instanceof ReaderGone gone) {
            told.add("gone " + gone.reader());
        } else if (event instanceof CardPresented presented) {
            told.add((presented.fresh() ? "fresh card " : "old card ") + presented.reader());
        } else if (event instanceof CardRemoved removed) {
            told.add("removed " + removed.reader());
        }
    }

    private static ScriptedTerminals seen(String... names) {
        return new ScriptedTerminals().readers(names);
    }

    /** No service at all: what is told here comes from what was seen alone. */
    private static PcscProvider nobody() {
        return PcscProvider.of(new Provider("Nobody", "1.0", "no readers") {
            private static final long serialVersionUID = 1L;
        });
    }
}
