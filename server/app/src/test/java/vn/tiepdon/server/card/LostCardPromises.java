package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;

abstract class LostCardPromises {

    private static final String DESK = "letan";
    private static final String HERE = "127.0.0.1";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext server;

    @Autowired
    Cards cards;

    @Autowired
    StationKeys stations;

    CardWard ward;

    @BeforeEach
    void aPatientWithACard() {
        ward = new CardWard(server, port);
    }

    @Test
    void aLostCardIsRefusedAtOnceAndWelcomeWhenItIsFound() {
        CardId card = ward.chip.id;
        cards.block(ward.hospital.id(), card, DESK, HERE);
        cards.block(ward.hospital.id(), card, DESK, HERE);
        assertThat(ward.refusal(null).code()).isEqualTo(FaultCode.CARD_BLOCKED);
        cards.unblock(ward.hospital.id(), card, DESK, HERE);
        assertThat(ward.contact().block()).isFalse();
        assertThat(ward.count("audit where actor = 'letan' and action = 'card.block'"))
                .isEqualTo(1);
        assertThat(ward.count("audit where actor = 'letan' and action = 'card.unblock'"))
                .isEqualTo(1);
    }

    @Test
    void anEndedCardIsNeverGoodAgain() {
        cards.end(ward.hospital.id(), ward.chip.id, DESK, HERE);
        assertThatThrownBy(() -> cards.unblock(ward.hospital.id(), ward.chip.id, DESK, HERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(FaultCode.CARD_ORDER_CONFLICT));
        assertThatThrownBy(() -> cards.block(ward.hospital.id(), ward.chip.id, DESK, HERE))
                .isInstanceOf(CardStandingException.class);
        assertThat(ward.refusal(ward.chip.session(CardRole.WRITING).request()).card())
                .extracting(CardContact::block)
                .isEqualTo(true);
    }

    @Test
    void aCardThatIsFoundAfterANewOneWasMadeStaysBlocked() {
        cards.block(ward.hospital.id(), ward.chip.id, DESK, HERE);
        ward.part(JdbcClient.class)
                .sql("insert into patient_card (facility_id, card_id, patient_id, public_key, valid_from, valid_to, "
                        + "status, issued_at, issued_by) select facility_id, ?, patient_id, public_key, valid_from, "
                        + "valid_to, 'ACTIVE', issued_at, issued_by from patient_card where card_id = ?")
                .params(new TestChip().id.hex(), ward.chip.id.hex())
                .update();
        assertThatThrownBy(() -> cards.unblock(ward.hospital.id(), ward.chip.id, DESK, HERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(FaultCode.CARD_IN_FORCE));
    }

    @Test
    void anotherHospitalsCardCannotBeBlockedHere() {
        CardWard other = new CardWard(server, port);
        assertThatThrownBy(() -> cards.block(ward.hospital.id(), other.chip.id, DESK, HERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(FaultCode.NOT_FOUND));
    }

    @Test
    void theBlockListIsSignedAndNewAfterEachChange() throws Exception {
        BlockList empty = list(ask(null));
        assertThat(empty.cards()).isEmpty();
        cards.block(ward.hospital.id(), ward.chip.id, DESK, HERE);
        BlockList blocked = list(ask(null));
        assertThat(blocked.cards()).containsExactly(ward.chip.id);
        assertThat(blocked.sequence()).isGreaterThan(empty.sequence());
        assertThat(blocked.facilityCode()).isEqualTo(ward.hospital.code());
        cards.unblock(ward.hospital.id(), ward.chip.id, DESK, HERE);
        BlockList found = list(ask(null));
        assertThat(found.cards()).isEmpty();
        assertThat(found.sequence()).isGreaterThan(blocked.sequence());
        cards.end(ward.hospital.id(), ward.chip.id, DESK, HERE);
        assertThat(list(ask(null)).cards()).containsExactly(ward.chip.id);
        ward.part(JdbcClient.class)
                .sql("update patient_card set valid_to = valid_from where card_id = ?")
                .param(ward.chip.id.hex())
                .update();
        assertThat(list(ask(null)).cards()).as("expired").isEmpty();
    }

    @Test
    void aKioskThatHasTheListIsToldSoInAFewBytes() throws Exception {
        String tag = ask(null).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = ask(tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        cards.block(ward.hospital.id(), ward.chip.id, DESK, HERE);
        HttpResponse<byte[]> changed = ask(tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(list(changed).contains(ward.chip.id)).isTrue();
        assertThat(ask(changed.headers().firstValue("ETag").orElseThrow()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aStationGetsReadingKeysAndCertificatesAndNothingElse() throws Exception {
        char[] password = "mot mat khau dai".toCharArray();
        byte[] file = stations.export(ward.hospital.id(), "Trạm y tế Mẫu", password, "quantri", HERE);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password);
        String certificate = "signing-" + ward.signingKey().id();
        assertThat(Collections.list(store.aliases()))
                .containsExactlyInAnyOrder("reading-1", certificate.toLowerCase(Locale.ROOT));
        assertThat(store.getCertificate(certificate).getPublicKey())
                .isEqualTo(ward.signingKey().publicKey());
        byte[] master = ward.part(CardMasters.class)
                .export(new KeyVersion(CardRole.READING, 1))
                .orElseThrow()
                .getEncoded();
        assertThat(store.getKey("reading-1", password).getEncoded()).isEqualTo(master);
        assertThat(ward.count("audit where action = 'card.station-keys' and actor = 'quantri'"))
                .isEqualTo(1);
    }

    @Test
    void aStationsPasswordIsNoShortOne() {
        for (int length : new int[] {0, 11, 81}) {
            char[] password = new char[length];
            Arrays.fill(password, 'x');
            assertThatThrownBy(() -> stations.export(ward.hospital.id(), "Trạm", password, "quantri", HERE))
                    .isInstanceOf(StationKeysRefusedException.class);
        }
        assertThatThrownBy(() ->
                        stations.export(ward.hospital.id(), "Trạm", "một mật khẩu dài".toCharArray(), "quantri", HERE))
                .as("PKCS#12 takes ASCII only")
                .isInstanceOf(StationKeysRefusedException.class);
        assertThat(ward.count("audit where action = 'card.station-keys'")).isZero();
    }

    private HttpResponse<byte[]> ask(String tag) {
        return ward.client().get(ApiPaths.KIOSK_BLOCK_LIST, tag);
    }

    private BlockList list(HttpResponse<byte[]> answer) throws Exception {
        SignedBlockList signed = JsonMapper.builder().build().readValue(answer.body(), SignedBlockList.class);
        return BlockList.decode(signed.content()).verify(signed.signature(), ward.part(SigningKeys.class)::publicKey);
    }
}

@OnH2
class LostCardOnH2Test extends LostCardPromises {}

@OnPostgres
class LostCardOnPostgresTest extends LostCardPromises {}
