package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.TestChip.Session;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.key.SoftToken;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.testing.OwnServer;

/** What outlives a server: contacts, cards with old keys, and keys in a token. */
class CardRolloverTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String[] SECOND_GENERATION = {
        "--tiepdon.card.generations.reading=2",
        "--tiepdon.card.generations.writing=2",
        "--tiepdon.card.generations.administering=2"
    };

    @Test
    void aReportReachesAServerThatWasStartedAnewInBetween() {
        try (OwnServer server = OwnServer.onH2()) {
            CardWard ward = new CardWard(server.context(), server.port());
            ward.visited(DAY, "I10");
            CardContact contact = ward.contact();
            server.stop();
            server.start();
            ward.moved(server.context(), server.port());
            ward.reported(contact, 2);
            ward.reported(contact, 2);
            assertThat(ward.registered("revision")).isEqualTo(2);
            assertThat(ward.contact().updates()).isEmpty();
        }
    }

    @Test
    void aCardOfAnOlderGenerationIsGivenNewKeysAtItsNextContact() throws Exception {
        try (OwnServer server = OwnServer.onH2()) {
            CardWard ward = new CardWard(server.context(), server.port());
            server.stop();
            server.start(SECOND_GENERATION);
            ward.moved(server.context(), server.port());
            CardContact contact = ward.contact();
            assertThat(contact.keyOrders()).extracting(CardKeyOrder::keyVersion).containsExactly(0x12, 0x22, 0x32);
            for (CardKeyOrder order : contact.keyOrders()) {
                ward.chip.take(order);
            }
            // The report is lost; what the card shows next is proof enough for the keys that it shows.
            Session session = ward.chip.session(CardRole.WRITING);
            CardContact next = ward.identify(session.request()).card();
            session.assertSame(next.session());
            assertThat(next.keyOrders()).extracting(CardKeyOrder::keyVersion).containsExactly(0x12, 0x32);
            ward.reported(next, 1);
            assertThat(ward.contact().keyOrders()).isEmpty();
            assertThat(ward.registered("reading_keys")).isEqualTo(2);
            assertThat(ward.registered("administering_keys")).isEqualTo(2);
        }
    }

    @Test
    void aKioskTakesTheBlockListOfAServerWhoseDatabaseWasRestored() throws Exception {
        try (OwnServer server = OwnServer.onH2()) {
            CardWard ward = new CardWard(server.context(), server.port());
            long before = sequence(ward);
            for (int start = 0; start < 2; start++) {
                ward.part(Cards.class).block(ward.hospital.id(), ward.chip.id, "letan", "127.0.0.1");
                long blocked = sequence(ward);
                assertThat(blocked).isGreaterThan(before);
                // The backup is older than the loss.
                ward.part(JdbcClient.class).sql("delete from card_standing").update();
                ward.part(JdbcClient.class)
                        .sql("update patient_card set status = 'ACTIVE'")
                        .update();
                server.stop();
                server.start();
                ward.moved(server.context(), server.port());
                before = sequence(ward);
                assertThat(before).isGreaterThan(blocked);
            }
        }
    }

    private static long sequence(CardWard ward) throws Exception {
        byte[] list = ward.client().get(ApiPaths.KIOSK_BLOCK_LIST, null).body();
        SignedBlockList signed = JsonMapper.builder().build().readValue(list, SignedBlockList.class);
        return BlockList.decode(signed.content()).sequence();
    }

    @Test
    void withMastersThatNeverLeaveTheirTokenCardsAreTalkedToAllTheSame() {
        assumeTrue(SoftToken.isInstalled(), "SoftHSM 2 is not installed");
        // Made where they may leave it, so that the test's chip can be given its keys.
        String token = SoftToken.make(true);
        try (OwnServer server =
                OwnServer.onH2("--tiepdon.card.pkcs11=" + token, "--tiepdon.card.pkcs11-pin=" + SoftToken.PIN)) {
            CardWard ward = new CardWard(server.context(), server.port());
            ward.visited(DAY, "I10");
            Session session = ward.chip.session(CardRole.WRITING);
            CardContact contact = ward.identify(session.request()).card();
            session.assertSame(contact.session());
            assertThat(contact.updates()).extracting(CardUpdate::revision).isEqualTo(List.of(2L));
        }
        String closed = SoftToken.make(false);
        try (OwnServer server =
                OwnServer.onH2("--tiepdon.card.pkcs11=" + closed, "--tiepdon.card.pkcs11-pin=" + SoftToken.PIN)) {
            assertThat(server.part(CardMasters.class).holds(new KeyVersion(CardRole.READING, 1)))
                    .isTrue();
            assertThatThrownBy(() -> server.part(StationKeys.class)
                            .export(
                                    new FacilityId(1),
                                    "Trạm",
                                    "mot mat khau dai".toCharArray(),
                                    "quantri",
                                    "127.0.0.1"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(FaultCode.CARD_KEYS_NOT_EXPORTABLE));
        }
    }
}
