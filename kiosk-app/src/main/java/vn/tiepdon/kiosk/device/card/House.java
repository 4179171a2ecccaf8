package vn.tiepdon.kiosk.device.card;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.tiepdon.api.kiosk.KioskConfiguration;

/** What a card is held against: this hospital, its keys, its day. */
record House(KioskConfiguration configuration, HospitalKeys keys, ZoneId zone) {

    static House of(KioskConfiguration configuration) {
        return new House(configuration, new HospitalKeys(configuration.cardKeys()), ZoneId.of(configuration.zone()));
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
