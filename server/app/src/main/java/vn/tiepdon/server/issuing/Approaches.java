package vn.tiepdon.server.issuing;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/** What is to be done with the very card that lies on the reader. */
@Component
class Approaches {

    private static final int BLANK = 0x01;
    private static final int PERSONALISED = 0x03;
    private static final int ACTIVE = 0x07;
    private static final int BLOCKED = 0x0F;
    private static final int ENDED = 0x7F;

    private static final Pattern SERIAL = Pattern.compile("[0-9A-F]{16}");
    private static final Pattern CARD_ID = Pattern.compile("[0-9A-F]{32}");
    private static final int KEY_SETS = 3;

    private final Blanks blanks;
    private final PendingCards pending;
    private final PatientCards known;

    Approaches(Blanks blanks, PendingCards pending, PatientCards known) {
        this.blanks = blanks;
        this.pending = pending;
        this.known = known;
    }

    /** @param cardId what the order is about from now on; null for a blank */
    record Approach(Order.Step step, String cardId) {}

    /** @throws OrderRefusedException when this card is of no use for this order */
    Approach to(Order order, CardOnReader card) {
        requireComplete(card);
        if (onItsWay(order, card)) {
            return with(CardAct.ACTIVATE, card, CardRole.ADMINISTERING);
        }
        return switch (order.kind()) {
            case ISSUE, REPLACE -> blank(order, card);
            case UNBLOCK -> {
                requireThatOf(order, card);
                yield with(CardAct.UNBLOCK, card, CardRole.ADMINISTERING);
            }
            case END -> {
                requireThatOf(order, card);
                yield with(CardAct.END, card, CardRole.ADMINISTERING);
            }
            case READ -> read(order, card);
            case BLOCK -> throw refused(order, FaultCode.CARD_ORDER_CONFLICT);
        };
    }

    /** The card was personalised for this very patient, and the confirmation was lost. */
    private boolean onItsWay(Order order, CardOnReader card) {
        boolean waits =
                switch (order.kind()) {
                    case ISSUE, REPLACE, READ -> card.state() == PERSONALISED || card.state() == ACTIVE;
                    default -> false;
                };
        return waits
                && pending.of(order.facility(), order.patient())
                        .filter(it ->
                                it.cardId().equals(card.cardId()) && it.serial().equals(card.serial()))
                        .isPresent();
    }

    private Approach blank(Order order, CardOnReader card) {
        if (card.state() != BLANK) {
            throw refused(order, FaultCode.CARD_NOT_BLANK);
        }
        int generation = blanks.usable(order.facility(), card.serial())
                .orElseThrow(() -> refused(order, FaultCode.CARD_BLANK_UNKNOWN));
        KeyVersion transport = new KeyVersion(CardRole.TRANSPORT, generation);
        return new Approach(new Order.Step(CardAct.PERSONALISE, card.serial(), transport.code()), order.cardId());
    }

    private Approach read(Order order, CardOnReader card) {
        requireAlive(order, card);
        PatientCard registered = known.of(order.facility(), order.patient()).stream()
                .filter(it -> it.id().hex().equals(card.cardId()))
                .findFirst()
                .orElseThrow(() -> refused(order, FaultCode.CARD_OF_OTHER_PATIENT));
        return switch (registered.status()) {
            case ACTIVE ->
                with(
                        card.state() == BLOCKED ? CardAct.UNBLOCK : CardAct.UPDATE,
                        card,
                        card.state() == BLOCKED ? CardRole.ADMINISTERING : CardRole.WRITING);
            case BLOCKED -> with(CardAct.BLOCK, card, CardRole.ADMINISTERING);
            case ENDED -> with(CardAct.END, card, CardRole.ADMINISTERING);
        };
    }

    private Approach with(CardAct act, CardOnReader card, CardRole role) {
        KeyVersion version = versionOf(card, role);
        return new Approach(new Order.Step(act, card.serial(), version.code()), card.cardId());
    }

    private static KeyVersion versionOf(CardOnReader card, CardRole role) {
        try {
            KeyVersion version = KeyVersion.ofCode(card.keyVersions().get(role.code() - 1));
            if (version.role() == role) {
                return version;
            }
        } catch (IllegalArgumentException none) {
            throw new OrderRefusedException(FaultCode.CARD_UNREADABLE, "no key version of " + role);
        }
        throw new OrderRefusedException(FaultCode.CARD_UNREADABLE, "key version of another role");
    }

    private static void requireThatOf(Order order, CardOnReader card) {
        requireAlive(order, card);
        if (!card.cardId().equals(order.cardId())) {
            throw refused(order, FaultCode.CARD_OF_OTHER_PATIENT);
        }
    }

    private static void requireAlive(Order order, CardOnReader card) {
        if (card.state() == BLANK) {
            throw refused(order, FaultCode.CARD_NOT_PERSONALISED);
        }
        if (card.state() == ENDED || card.cardId() == null) {
            throw refused(order, FaultCode.CARD_ORDER_CONFLICT);
        }
    }

    private static void requireComplete(CardOnReader card) {
        List<Integer> versions = card.keyVersions();
        boolean known =
                switch (card.state()) {
                    case BLANK, PERSONALISED, ACTIVE, BLOCKED, ENDED -> true;
                    default -> false;
                };
        boolean complete = card.serial() != null
                && SERIAL.matcher(card.serial()).matches()
                && versions != null
                && versions.size() == KEY_SETS
                && !versions.contains(null)
                && (card.cardId() == null || CARD_ID.matcher(card.cardId()).matches());
        if (!complete || !known) {
            throw new OrderRefusedException(FaultCode.REQUEST_INVALID, "no card");
        }
    }

    private static OrderRefusedException refused(Order order, FaultCode code) {
        return new OrderRefusedException(code, "order " + order.id());
    }
}
