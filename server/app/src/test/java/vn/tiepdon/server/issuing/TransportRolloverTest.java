package vn.tiepdon.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderState;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OwnServer;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

class TransportRolloverTest {

    private TestHospital hospital;
    private String desk;
    private String admin;
    private String bridge;

    @Test
    void blanksOfTheOldTransportMasterBecomeCardsAndSoDoThoseOfTheNewOne() {
        try (OwnServer server = OwnServer.onH2()) {
            open(server);
            String old = blank(house(server), "01");
            server.stop();
            server.start("--tiepdon.card.generations.transport=2");
            DeskHouse rolled = house(server);
            String fresh = blank(rolled, "02");
            assertThat(issue(rolled, "BN000001", old)).isEqualTo(0x01);
            assertThat(issue(rolled, "BN000002", fresh)).isEqualTo(0x02);
        }
    }

    private void open(OwnServer server) {
        hospital = server.part(TestHospitals.class).open();
        for (int i = 1; i <= 2; i++) {
            hospital.identifier(
                    hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE),
                    IdentifierKind.HOSPITAL,
                    "BN%06d".formatted(i));
        }
        desk = hospital.staff(Role.RECEPTION);
        admin = hospital.staff(Role.ADMIN);
        bridge = hospital.bridge().token();
    }

    private DeskHouse house(OwnServer server) {
        return new DeskHouse(server.port(), hospital, server.part(CardSam.class));
    }

    /** @param version of the keys that its applet is loaded with, as its install parameters say it last */
    private String blank(DeskHouse house, String version) {
        CardBlanks.Blank blank = house.blanks(admin, 1).blanks().get(0);
        assertThat(blank.installParameters()).endsWith(version);
        return blank.serial();
    }

    /** @return the version of the transport keys that the card was opened with */
    private int issue(DeskHouse house, String patient, String serial) {
        CardOrder order = house.order(desk, patient, CardOrderKind.ISSUE, null);
        CardOnReader card = new CardOnReader(serial, DeskHouse.BLANK, List.of(0, 0, 0), null);
        CardApproach approach = house.card(bridge, order.id(), card, CardApproach.class);
        house.opening(bridge, order.id(), house.answering(approach.keyVersion(), serial), CardOpened.class);
        house.preparation(bridge, order.id(), house.newKey(), CardPreparation.class);
        assertThat(house.completion(bridge, order.id(), CardOrder.class).state())
                .isEqualTo(CardOrderState.DONE);
        return approach.keyVersion();
    }
}
