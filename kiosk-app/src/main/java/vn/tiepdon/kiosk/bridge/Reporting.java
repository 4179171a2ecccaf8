package vn.tiepdon.kiosk.bridge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/** What the server is told of a card. */
final class Reporting {

    private Reporting() {}

    /** @param cardId null of a blank or ended card */
    static CardOnReader onReader(CardDirectory card, String cardId) {
        return new CardOnReader(card.serial().hex(), card.state().code(), versions(card), cardId);
    }

    static CardContactReport of(CardDirectory card) {
        return new CardContactReport(
                card.revision(),
                card.state() == Lifecycle.BLOCKED,
                card.state() == Lifecycle.ACTIVE,
                versions(card),
                List.of());
    }

    /** Of a card just personalised. It is not asked: SELECT would end the session that still has to activate it. */
    static CardContactReport of(CardPreparation prepared) {
        long revision = prepared.records() == null ? 0 : prepared.records().revision();
        return new CardContactReport(
                revision,
                false,
                false,
                Stream.of(CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING)
                        .map(role -> version(prepared, role))
                        .toList(),
                List.of());
    }

    private static int version(CardPreparation prepared, CardRole role) {
        return prepared.keyOrders().stream()
                .map(CardKeyOrder::keyVersion)
                .filter(code -> OrderRun.version(code).role() == role)
                .findFirst()
                .orElse(0);
    }

    private static List<Integer> versions(CardDirectory card) {
        return Stream.of(card.reading(), card.writing(), card.administering())
                .map(Reporting::code)
                .toList();
    }

    private static int code(Optional<KeyVersion> version) {
        return version.map(KeyVersion::code).orElse(0);
    }
}
