package vn.tiepdon.kiosk.device.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.KeyOrderRefusedException;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardRecords;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardTold;
import vn.tiepdon.kiosk.device.CardVisit;

/** One order, carried out on the card that it is for. What the card refuses is left to its next contact. */
final class CardDialogue {

    private static final Logger LOG = LoggerFactory.getLogger(CardDialogue.class);

    /** Visits that the card had before; when the server tells of all of them, it knows the rest as well. */
    private static final int NEWEST = 5;

    private final ReadCard read;
    private final CardOrder order;
    private final House house;
    private boolean written;
    private List<byte[]> visits = List.of();

    CardDialogue(ReadCard read, CardOrder order, House house) {
        this.read = read;
        this.order = order;
        this.house = house;
    }

    /**
     * @param card goes on where its reading ended
     * @throws TransportException when the card has left: it keeps what it has taken
     */
    CardTold with(Transport card) throws TransportException {
        try {
            carryOut(SecureChannel.open(card, keys(order.contact().session())));
        } catch (PatientCardException | SecureMessagingException e) {
            LOG.info("a card was not told everything: {} ({})", CardFaults.of(e), e.getMessage());
        }
        return new CardTold(report(card), believed(), written);
    }

    private void carryOut(Transport secure) throws TransportException, PatientCardException {
        PatientCardWriter writer = new PatientCardWriter(secure);
        CardContact contact = order.contact();
        if (contact.block()) {
            writer.block();
            return;
        }
        int newKeys = giveKeys(writer, contact);
        if (contact.activate() && read.directory().state() != Lifecycle.ACTIVE) {
            writer.activate();
        }
        List<CardUpdate> news = contact.updates().stream()
                .filter(update -> update.revision() > read.directory().revision())
                .toList();
        for (CardUpdate update : news) {
            writer.apply(
                    update.revision(),
                    Optional.ofNullable(update.emergency()),
                    Optional.ofNullable(update.medication()),
                    Optional.ofNullable(update.visit()));
        }
        written = newKeys > 0 || !news.isEmpty();
        long added =
                news.stream().map(CardUpdate::visit).filter(Objects::nonNull).count();
        readVisits(new PatientCardRecords(secure), (int) added + NEWEST);
    }

    /** One that the card refuses does no harm, and keeps no other out. */
    private int giveKeys(PatientCardWriter writer, CardContact contact)
            throws TransportException, PatientCardException {
        int given = 0;
        for (CardContact.CardKeyOrder keys : contact.keyOrders()) {
            KeyVersion version = KeyVersion.ofCode(keys.keyVersion());
            if (holds(version)) {
                continue;
            }
            try {
                writer.putKeys(version, keys.order());
                given++;
            } catch (KeyOrderRefusedException e) {
                LOG.info("a card does not take new keys: {}", CardFaults.of(e));
            }
        }
        return given;
    }

    private boolean holds(KeyVersion version) {
        Optional<KeyVersion> held =
                switch (version.role()) {
                    case READING -> read.directory().reading();
                    case WRITING -> read.directory().writing();
                    case ADMINISTERING -> read.directory().administering();
                    case TRANSPORT -> Optional.empty();
                };
        return held.filter(there -> there.generation() >= version.generation()).isPresent();
    }

    private void readVisits(PatientCardRecords records, int newest) throws TransportException, PatientCardException {
        visits = records.visits(newest);
        boolean allKnown = believed().stream()
                .allMatch(
                        visit -> visit.isIn(order.known(), house.configuration().facility()));
        if (!allKnown && visits.size() == newest) {
            visits = records.visits(PatientCardRecords.MAX_VISITS);
        }
    }

    /** What the hospital did not sign for this card is nobody's visit. */
    private List<CardVisit> believed() {
        List<CardVisit> believed = new ArrayList<>();
        for (byte[] signed : visits) {
            try {
                if (SignedRecord.verify(read.id(), signed, house.keys()::find) instanceof VisitRecord visit) {
                    believed.add(new CardVisit(visit.day(), visit.facilityCode(), visit.clinic(), visit.diagnoses()));
                }
            } catch (PatientCardException e) {
                LOG.info("a visit on a card is not believed: {}", CardFaults.of(e));
            }
        }
        return believed;
    }

    /** Selecting the card again ends the session, and the card says what it has become. */
    private Optional<CardContactReport> report(Transport card) throws TransportException {
        try {
            CardDirectory now = PatientCardReader.select(card);
            return Optional.of(new CardContactReport(
                    now.revision(),
                    now.state() == Lifecycle.BLOCKED,
                    now.state() == Lifecycle.ACTIVE,
                    List.of(code(now.reading()), code(now.writing()), code(now.administering())),
                    visits));
        } catch (PatientCardException e) {
            LOG.info("a card does not say what it has become: {} ({})", CardFaults.of(e), e.getMessage());
            return Optional.empty();
        }
    }

    private static int code(Optional<KeyVersion> version) {
        return version.map(KeyVersion::code).orElse(0);
    }

    private static SessionKeys keys(CardSessionGrant grant) {
        return new SessionKeys(grant.encryption(), grant.mac(), grant.responseMac(), grant.hostCryptogram());
    }
}
