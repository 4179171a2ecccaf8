package vn.tiepdon.kiosk.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardFailure;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardKey;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.CardSerial;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.patientcard.record.MedicalRecord;
import vn.tiepdon.kiosk.card.Hospital;
import vn.tiepdon.kiosk.client.CardOrders;
import vn.tiepdon.kiosk.client.ReceptionException;

/** A hospital's server as far as a bridge can tell: real keys and signatures, and a register of one card. */
final class DeskServer implements CardOrders {

    final Hospital hospital = new Hospital(1);
    final List<String> steps = new ArrayList<>();
    final List<FaultCode> failures = new ArrayList<>();
    final List<CardContactReport> reports = new ArrayList<>();

    /** What to do with a card that is somebody's; a blank one is personalised whatever this says. */
    CardAct act = CardAct.UPDATE;

    /** Of a known card. */
    List<CardUpdate> updates = List.of();

    /** Of a new card; null for none. */
    MedicalRecord firstRecords;

    /** The first record has a length that no card takes. */
    boolean tooLong;

    boolean renewKeys;
    /** The next step of this name is refused, or not answered. */
    String failingStep = "";

    FaultCode failingWith = FaultCode.SERVER_SLOW;
    int failingTimes;

    /** The card that is on its way or in force. */
    CardId card;

    boolean registered;
    private CardOnReader seen;
    private KeyVersion version;
    private byte made;

    @Override
    public synchronized CompletableFuture<CardApproach> card(UUID order, CardOnReader now) {
        return step("card", () -> {
            seen = now;
            boolean blank = now.state() == 0x01;
            CardAct next = blank ? CardAct.PERSONALISE : registered ? act : CardAct.ACTIVATE;
            version = switch (next) {
                case PERSONALISE -> new KeyVersion(CardRole.TRANSPORT, 1);
                case UPDATE -> new KeyVersion(CardRole.WRITING, 1);
                default -> new KeyVersion(CardRole.ADMINISTERING, 1);
            };
            return new CardApproach(CardOrderKind.ISSUE, next, version.code());
        });
    }

    @Override
    public synchronized CompletableFuture<CardOpened> opening(UUID order, CardSessionRequest request) {
        return step("opening", () -> {
            byte[] context = version.role() == CardRole.TRANSPORT
                    ? CardSerial.ofHex(seen.serial()).bytes()
                    : card.bytes();
            SessionKeys keys = SessionAnswer.to(
                    hospital.keys(version, context), version, request.hostChallenge(), request.cardAnswer());
            CardSessionGrant grant =
                    new CardSessionGrant(keys.encryption(), keys.mac(), keys.responseMac(), keys.hostCryptogram());
            boolean update = version.role() == CardRole.WRITING;
            return new CardOpened(
                    grant,
                    renewKeys
                            ? List.of(hospital.order(
                                    card, CardSerial.ofHex(seen.serial()), new KeyVersion(CardRole.READING, 2)))
                            : List.of(),
                    update ? updates : List.of());
        });
    }

    @Override
    public synchronized CompletableFuture<CardPreparation> preparation(UUID order, NewCardKey key) {
        return step("preparation", () -> {
            byte[] id = new byte[CardId.LENGTH];
            id[0] = ++made;
            card = new CardId(id);
            byte[] identity = hospital.identity(card, new CardPublicKey(key.publicKey()));
            return new CardPreparation(
                    card.hex(), identity, hospital.firstOrders(card, CardSerial.ofHex(seen.serial())), first());
        });
    }

    @Override
    public synchronized CompletableFuture<CardOrder> completion(UUID order, CardContactReport report) {
        return step("completion", () -> {
            reports.add(report);
            registered = true;
            return null;
        });
    }

    @Override
    public synchronized CompletableFuture<CardOrder> failure(UUID order, CardFailure failure) {
        failures.add(failure.fault());
        return CompletableFuture.completedFuture(null);
    }

    private CardUpdate first() throws Exception {
        if (firstRecords == null) {
            return null;
        }
        byte[] record = hospital.sign(card, firstRecords);
        return new CardUpdate(1, tooLong ? Arrays.copyOf(record, 2000) : record, null, null);
    }

    private <T> CompletableFuture<T> step(String name, Callable<T> work) {
        steps.add(name);
        if (name.equals(failingStep) && failingTimes > 0) {
            failingTimes--;
            return CompletableFuture.failedFuture(new ReceptionException(failingWith));
        }
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (Exception e) {
            return CompletableFuture.failedFuture(new ReceptionException(FaultCode.CARD_KEYS_WRONG, e));
        }
    }
}
