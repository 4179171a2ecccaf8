package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.card.patientcard.CardBlockedException;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardTold;
import vn.tiepdon.kiosk.device.CardVisit;

/** A contact with the applet itself. */
class CardDialogueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final HistorySummary NOTHING_KNOWN = new HistorySummary(List.of(), List.of());

    private final House house = House.of(CardReadingTest.configuration());
    private final CardReading reading = new CardReading(() -> Instant.parse("2026-11-22T23:30:00Z"));
    private AppletCard card;

    @BeforeEach
    void personalisedCard() throws Exception {
        card = new AppletCard();
    }

    private static CardUpdate visitUpdate(long revision, int day) throws Exception {
        return new CardUpdate(revision, null, null, AppletCard.visit(AppletCard.ID, DAY.plusDays(day), "Nội", "I10"));
    }

    private static List<CardUpdate> visits(int from, int to) throws Exception {
        List<CardUpdate> updates = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            updates.add(visitUpdate(i, i));
        }
        return updates;
    }

    private CardTold contact(boolean block, List<CardContact.CardKeyOrder> keys, List<CardUpdate> updates)
            throws Exception {
        return contact(block, keys, updates, NOTHING_KNOWN);
    }

    private CardTold contact(
            boolean block, List<CardContact.CardKeyOrder> keys, List<CardUpdate> updates, HistorySummary known)
            throws Exception {
        ReadCard read = reading.read(card, house);
        CardContact contact = new CardContact(
                UUID.randomUUID(), AppletCard.grant(read.shown().session()), block, !block, keys, updates);
        return new CardDialogue(read, new CardOrder(read.shown().session(), contact, known), house).with(card);
    }

    private static CardContactReport report(CardTold told) {
        return told.report().orElseThrow();
    }

    @Test
    void aCardTakesKeysActivationAndUpdatesInTheSessionOfItsReading() throws Exception {
        CardTold told = contact(false, List.of(AppletCard.keyOrder(CardRole.WRITING, 2)), visits(1, 3));
        assertThat(told.written()).isTrue();
        assertThat(report(told).revision()).isEqualTo(3);
        assertThat(report(told).active()).isTrue();
        assertThat(report(told).blocked()).isFalse();
        assertThat(report(told).keyVersions()).containsExactly(0x11, 0x22, 0x31);
        assertThat(report(told).visits()).hasSize(3);
        assertThat(told.visits())
                .extracting(CardVisit::day)
                .containsExactly(DAY.plusDays(3), DAY.plusDays(2), DAY.plusDays(1));
        assertThat(report(contact(false, List.of(), List.of())).revision())
                .as("and opens with its new keys")
                .isEqualTo(3);
    }

    @Test
    void whatTheCardHasAlreadyIsToldItTwiceWithoutHarm() throws Exception {
        List<CardContact.CardKeyOrder> keys = List.of(AppletCard.keyOrder(CardRole.READING, 2));
        contact(false, keys, visits(1, 2));
        CardTold again = contact(false, keys, visits(1, 2));
        assertThat(again.written()).isFalse();
        assertThat(report(again).revision()).isEqualTo(2);
        assertThat(again.visits()).hasSize(2);
        CardTold more = contact(false, keys, visits(1, 3));
        assertThat(more.written()).isTrue();
        assertThat(more.visits()).hasSize(3);
    }

    @Test
    void aLostCardIsBlockedAndNothingElse() throws Exception {
        CardTold told = contact(true, List.of(), List.of());
        assertThat(told.written()).isFalse();
        assertThat(report(told).blocked()).isTrue();
        assertThat(told.visits()).isEmpty();
        assertThatThrownBy(() -> reading.read(card.again(), house)).isInstanceOf(CardBlockedException.class);
    }

    @Test
    void aCardLiftedAtAnyCommandHasTheOldOrTheNewAndIsWholeAtItsNextContact() throws Exception {
        ReadCard measured = reading.read(card, house);
        int reads = card.commands;
        assertThat(measured.shown().session()).isNotNull();
        boolean pulled = true;
        for (int at = reads; pulled; at++) {
            card = new AppletCard();
            card.pulledAt = at;
            pulled = false;
            try {
                contact(false, List.of(AppletCard.keyOrder(CardRole.READING, 2)), visits(1, 2));
            } catch (CardRemovedException lifted) {
                pulled = true;
            }
            long left = reading.read(card.again(), house).directory().revision();
            assertThat(left).as("pulled at command %d", at).isBetween(0L, 2L);
            CardTold told = contact(false, List.of(AppletCard.keyOrder(CardRole.READING, 2)), visits(1, 2));
            assertThat(report(told).revision()).isEqualTo(2);
            assertThat(report(told).active()).isTrue();
            assertThat(report(told).keyVersions()).containsExactly(0x12, 0x21, 0x31);
            assertThat(told.visits())
                    .extracting(CardVisit::day)
                    .as("pulled at command %d", at)
                    .containsExactly(DAY.plusDays(2), DAY.plusDays(1));
        }
    }

    @Test
    void aVisitThatTheHospitalDidNotSignForThisCardIsReportedAndNotShown() throws Exception {
        byte[] stolen = AppletCard.visit(new CardId(new byte[CardId.LENGTH]), DAY, "Nội", "I10");
        byte[] changed = AppletCard.visit(AppletCard.ID, DAY, "Mắt", "H25.9");
        changed[changed.length - 1] ^= 1;
        CardTold told = contact(
                false,
                List.of(),
                List.of(
                        new CardUpdate(1, null, null, stolen),
                        new CardUpdate(2, null, null, changed),
                        visitUpdate(3, 0)));
        assertThat(report(told).visits()).hasSize(3);
        assertThat(told.visits()).hasSize(1);
        assertThat(told.visits().get(0).clinic()).isEqualTo("Nội");
    }

    @Test
    void theWholeLogIsReadOnlyWhenTheServerDoesNotTellOfItsNewestVisits() throws Exception {
        contact(false, List.of(), visits(1, 9));
        assertThat(contact(false, List.of(), List.of()).visits()).hasSize(9);
        HistorySummary known = new HistorySummary(
                List.of(9, 8, 7, 6, 5).stream()
                        .map(day -> new HistorySummary.Visit(DAY.plusDays(day), new Text("Nội", ""), "I10", ""))
                        .toList(),
                List.of());
        assertThat(contact(false, List.of(), List.of(), known).visits()).hasSize(5);
    }

    @Test
    void aCardThatAnotherProgramResetInBetweenIsToldNothing() throws Exception {
        ReadCard read = reading.read(card, house);
        CardContact contact = new CardContact(
                UUID.randomUUID(), AppletCard.grant(read.shown().session()), false, true, List.of(), visits(1, 2));
        card.again();
        CardTold told =
                new CardDialogue(read, new CardOrder(read.shown().session(), contact, NOTHING_KNOWN), house).with(card);
        assertThat(told.written()).isFalse();
        assertThat(report(told).revision()).isZero();
        assertThat(report(contact(false, List.of(), visits(1, 2))).revision())
                .as("and everything the next time")
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsLeftOutWithAllThatFollows() throws Exception {
        CardUpdate tooLong = new CardUpdate(2, new byte[2_000], null, null);
        CardTold told = contact(false, List.of(), List.of(visitUpdate(1, 1), tooLong, visitUpdate(3, 3)));
        assertThat(told.written()).isFalse();
        assertThat(report(told).revision()).isEqualTo(1);
    }
}
