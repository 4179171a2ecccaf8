package vn.tiepdon.server.issuing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** Makes blanks, and knows where they are. */
@Service
class BlankStock {

    static final int MOST_AT_ONCE = 1_000;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final String PARAMETERS = "C939";

    private final SecureRandom random = new SecureRandom();
    private final Blanks blanks;
    private final CardSam sam;
    private final OrderTrail trail;
    private final HospitalClock clock;

    BlankStock(Blanks blanks, CardSam sam, OrderTrail trail, HospitalClock clock) {
        this.blanks = blanks;
        this.sam = sam;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws OrderRefusedException for none or more than 1,000 */
    @Transactional
    CardBlanks make(StaffMember admin, String source, int count) {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new OrderRefusedException(FaultCode.REQUEST_INVALID, count + " blanks");
        }
        int generation = sam.current(CardRole.TRANSPORT).generation();
        List<Blank> made = IntStream.range(0, count)
                .mapToObj(i -> new Blank(newSerial(), generation))
                .sorted((a, b) -> a.serial().compareTo(b.serial()))
                .toList();
        UUID delivery = UUID.randomUUID();
        Instant now = clock.now();
        blanks.add(admin.facility(), delivery, made, admin.login(), now);
        note(admin, source, "card.blank.make", delivery, count);
        return list(delivery, made);
    }

    /** What is still to be loaded of a delivery, once more. */
    @Transactional
    CardBlanks export(StaffMember admin, String source, UUID delivery) {
        List<Blank> prepared = blanks.prepared(admin.facility(), delivery);
        if (prepared.isEmpty()) {
            throw new OrderRefusedException(FaultCode.NOT_FOUND, "nothing to load of delivery " + delivery);
        }
        note(admin, source, "card.blank.export", delivery, prepared.size());
        return list(delivery, prepared);
    }

    /** @return how many came into the stock */
    @Transactional
    int stock(StaffMember staff, String source, UUID delivery) {
        int count = blanks.stock(staff.facility(), delivery, staff.login(), clock.now());
        if (count == 0) {
            throw new OrderRefusedException(FaultCode.NOT_FOUND, "nothing to stock of delivery " + delivery);
        }
        note(staff, source, "card.blank.stock", delivery, count);
        return count;
    }

    /** @throws OrderRefusedException when there is no such blank any more */
    @Transactional
    void spoil(StaffMember staff, String source, String serial) {
        if (!blanks.close(staff.facility(), serial, Blank.State.SPOILED, staff.login(), clock.now())) {
            throw new OrderRefusedException(FaultCode.CARD_BLANK_UNKNOWN, "spoiling");
        }
        trail.note(staff.facility(), staff.login(), source, "card.blank.spoil", serial, "ok");
    }

    private CardBlanks list(UUID delivery, List<Blank> made) {
        return new CardBlanks(
                delivery.toString(),
                made.stream()
                        .map(blank -> new CardBlanks.Blank(blank.serial(), installParameters(blank)))
                        .toList());
    }

    /** Tag C9 with its length, then serial, ENC, MAC, DEK, key version: as docs/patient-card.md has GlobalPlatformPro say it. */
    private String installParameters(Blank blank) {
        byte[] serial = HEX.parseHex(blank.serial());
        KeyVersion version = new KeyVersion(CardRole.TRANSPORT, blank.transportKeys());
        CardKeys keys = sam.keys(version, serial);
        try {
            return PARAMETERS + HEX.formatHex(keys.installData(serial));
        } finally {
            keys.destroy();
        }
    }

    private String newSerial() {
        byte[] serial = new byte[CardKeys.SERIAL_LENGTH];
        random.nextBytes(serial);
        return HEX.formatHex(serial);
    }

    private void note(StaffMember staff, String source, String action, UUID delivery, int count) {
        trail.note(staff.facility(), staff.login(), source, action, count + " of " + delivery, "ok");
    }
}
