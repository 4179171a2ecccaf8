package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardProof;
import vn.tiepdon.card.patientcard.CardPublicKey;

class CardReadingTest {

    /** 23:30 in UTC is the next morning in Vietnam. */
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00.123456Z");

    private static final Text TEXT = new Text("", "");
    private final CardReading reading = new CardReading(() -> NOW);

    static KioskConfiguration configuration() {
        return new KioskConfiguration(
                "kiosk-1",
                "Máy 1",
                "01234",
                TEXT,
                "Asia/Ho_Chi_Minh",
                TEXT,
                NOW,
                List.of(new KioskConfiguration.CardKey(
                        "wrong on purpose", SoftCard.HOSPITAL.getPublic().getEncoded())),
                true);
    }

    private FaultCode faultOf(SoftCard card) {
        Throwable failure = catchThrowable(() -> reading.read(card, House.of(configuration())));
        assertThat(failure).isNotNull();
        assertThat(failure.toString())
                .doesNotContain("MAI")
                .doesNotContain("BN000123")
                .doesNotContain("1950");
        return CardFaults.of(failure);
    }

    @Test
    void aGoodCardIsReadAndProvesItselfToTheServer() throws Exception {
        SoftCard card = new SoftCard();
        ReadCard whole = reading.read(card, House.of(configuration()));
        Presentation.PatientCard read = whole.shown();
        assertThat(whole.id()).isEqualTo(card.id());
        assertThat(read.signedRecord()).isEqualTo(card.identity);
        assertThat(read.proof().at()).isEqualTo(Instant.parse("2026-11-22T23:30:00.123Z"));
        byte[] challenge =
                CardChallenge.of("kiosk-1", read.proof().at(), read.proof().nonce());
        CardProof.verify(
                CardPublicKey.of((ECPublicKey) card.key.getPublic()),
                card.id(),
                challenge,
                read.proof().signature());
        assertThat(read.session().hostChallenge()).hasSize(8);
        assertThat(read.session().cardAnswer()).isEqualTo(card.sessionAnswer);
        assertThat(card.commands)
                .as("with EXTERNAL AUTHENTICATE, which follows the server's answer, six")
                .isLessThanOrEqualTo(5);
    }

    @Test
    void noTwoReadingsUseTheSameNonce() throws Exception {
        House house = House.of(configuration());
        Presentation.PatientCard one = reading.read(new SoftCard(), house).shown();
        Presentation.PatientCard other = reading.read(new SoftCard(), house).shown();
        assertThat(one.proof().nonce()).isNotEqualTo(other.proof().nonce());
        assertThat(one.session().hostChallenge()).isNotEqualTo(other.session().hostChallenge());
    }

    @Test
    void aCardThatOpensNoSessionStillSaysWhoseItIs() throws Exception {
        SoftCard without = new SoftCard();
        without.keyVersions = "000000";
        assertThat(reading.read(without, House.of(configuration())).shown().session())
                .isNull();
        assertThat(without.commands).isLessThanOrEqualTo(4);
        for (byte[] refusal : new byte[][] {{0x69, (byte) 0x83}, {0x6A, (byte) 0x88}, {0x6D, 0x00}}) {
            SoftCard refusing = new SoftCard();
            refusing.sessionRefusal = refusal;
            ReadCard read = reading.read(refusing, House.of(configuration()));
            assertThat(read.shown().session()).isNull();
            assertThat(read.shown().proof().signature()).isNotEmpty();
        }
    }

    @Test
    void aCardPulledOutAtAnyCommandIsToldSo() throws Exception {
        SoftCard whole = new SoftCard();
        reading.read(whole, House.of(configuration()));
        for (int at = 0; at < whole.commands; at++) {
            SoftCard card = new SoftCard();
            card.pulledAt = at;
            assertThat(faultOf(card)).as("pulled at command %d", at).isEqualTo(FaultCode.CARD_REMOVED);
        }
    }

    @Test
    void aCardOfAnotherHospitalIsNamedSoAndNotForged() throws Exception {
        SoftCard card = new SoftCard("99999", LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1), SoftCard.newKey());
        assertThat(faultOf(card)).isEqualTo(FaultCode.CARD_OF_OTHER_HOSPITAL);
    }

    @Test
    void aForgedSignatureIsFound() throws Exception {
        SoftCard stranger =
                new SoftCard("01234", LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1), SoftCard.newKey());
        assertThat(faultOf(stranger)).isEqualTo(FaultCode.CARD_SIGNATURE_INVALID);
        SoftCard changed = new SoftCard();
        changed.identity[changed.identity.length - 1] ^= 1;
        assertThat(faultOf(changed)).isEqualTo(FaultCode.CARD_SIGNATURE_INVALID);
    }

    @Test
    void validityIsJudgedByTheHospitalsDay() throws Exception {
        SoftCard fromToday =
                new SoftCard("01234", LocalDate.of(2026, 11, 23), LocalDate.of(2040, 1, 1), SoftCard.HOSPITAL);
        assertThat(reading.read(fromToday, House.of(configuration()))).isNotNull();
        SoftCard untilYesterday =
                new SoftCard("01234", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 22), SoftCard.HOSPITAL);
        assertThat(faultOf(untilYesterday)).isEqualTo(FaultCode.CARD_EXPIRED);
    }

    @Test
    void eachKindOfUselessCardHasItsName() throws Exception {
        SoftCard bank = new SoftCard();
        bank.selectAnswer = new byte[] {0x6A, (byte) 0x82};
        assertThat(faultOf(bank)).isEqualTo(FaultCode.CARD_UNKNOWN);
        SoftCard blank = new SoftCard();
        blank.lifecycle = 0x01;
        assertThat(faultOf(blank)).isEqualTo(FaultCode.CARD_NOT_PERSONALISED);
        SoftCard blocked = new SoftCard();
        blocked.lifecycle = 0x0F;
        assertThat(faultOf(blocked)).isEqualTo(FaultCode.CARD_BLOCKED);
        SoftCard ended = new SoftCard();
        ended.lifecycle = 0x7F;
        assertThat(faultOf(ended)).isEqualTo(FaultCode.CARD_BLOCKED);
        SoftCard newer = new SoftCard();
        newer.layout = 9;
        assertThat(faultOf(newer)).isEqualTo(FaultCode.CARD_LAYOUT_UNKNOWN);
        SoftCard torn = new SoftCard();
        torn.identity = new byte[] {(byte) 0xE1, 0x03, 0x00, 0x00, 0x00};
        assertThat(faultOf(torn)).isEqualTo(FaultCode.CARD_UNREADABLE);
    }
}
