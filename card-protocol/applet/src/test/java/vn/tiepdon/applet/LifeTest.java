package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import javacard.framework.CardRuntimeException;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final int WRONG_STATE = 0x6985;

    private final SimulatedCard card = new SimulatedCard();

    @Test
    void aBlankCardSaysItsSerialAndNothingElse() {
        CardFace face = CardFace.of(card);
        assertThat(face.state()).isEqualTo(CardFace.BLANK);
        assertThat(face.identity() + face.emergency() + face.medication() + face.visits() + face.revision())
                .isZero();
        byte[] answer = new Terminal(card).challenge(Keys.TRANSPORT_SET);
        assertThat(HexFormat.of().formatHex(answer, 0, 13)).isEqualTo("5445535430303031" + "0000" + "01" + "03" + "60");
    }

    @Test
    void aPersonalisedCardSaysWhatItsKeysAreDerivedFrom() {
        Issued.prepare(card).changeState(Issued.PERSONALISE).require();
        Terminal.select(card);
        byte[] answer = new Terminal(card).challenge(Issued.READING);
        assertThat(Arrays.copyOf(answer, 10)).isEqualTo(Arrays.copyOf(Issued.CARD_ID, 10));
    }

    @Test
    void personalisationWantsKeyPairIdentityAndAllKeySets() {
        Terminal desk = Terminal.open(card, Keys.TRANSPORT_SET);
        assertThat(desk.changeState(Issued.PERSONALISE).status()).isEqualTo(WRONG_STATE);
        desk.send(0x80, 0xE0, 0, 0).require();
        desk.storeData(1, Issued.IDENTITY).require();
        assertThat(desk.changeState(Issued.PERSONALISE).status()).isEqualTo(WRONG_STATE);
        for (Keys keys : new Keys[] {Issued.READING, Issued.WRITING, Issued.ADMINISTERING}) {
            assertThat(desk.changeState(Issued.PERSONALISE).status()).isEqualTo(WRONG_STATE);
            desk.putKeys(keys, keys.orderFor(SimulatedCard.SERIAL, Keys.TRANSPORT_SET))
                    .require();
        }
        desk.changeState(Issued.PERSONALISE).require();
        assertThat(CardFace.of(card).state()).isEqualTo(CardFace.PERSONALISED);
    }

    @Test
    void anIdentityWithoutACardIdIsNone() {
        Terminal desk = Issued.prepare(card);
        for (String file : new String[] {
            "E100",
            "E102",
            "E182FFFF82",
            "E18000",
            "E1038201AA",
            "E11182100011223344556677889900112233445566",
            "E1128010" + "00".repeat(16),
            "E1148210" + "00".repeat(16),
            "E1847FFFFFFF" + "00".repeat(20),
            "31128210" + "00".repeat(16),
        }) {
            desk.storeData(1, HexFormat.of().parseHex(file)).require();
            assertThat(desk.changeState(Issued.PERSONALISE).status()).as(file).isEqualTo(0x6A80);
        }
        assertThat(CardFace.of(card).state()).isEqualTo(CardFace.BLANK);
    }

    @Test
    void aNewKeyPairMakesTheIdentityVoid() {
        Terminal desk = Issued.prepare(card);
        desk.send(0x80, 0xE0, 0, 0).require();
        assertThat(desk.changeState(Issued.PERSONALISE).status()).isEqualTo(WRONG_STATE);
        assertThat(CardFace.of(card).identity()).isZero();
    }

    @Test
    void aCardPulledOutBeforePersonaliseStaysBlankAndIsBegunAgain() {
        Terminal desk = Issued.prepare(card);
        desk.store(1, 0, new byte[200], false).require();
        card.pullAndPutBack();
        assertThat(CardFace.of(card).state()).isEqualTo(CardFace.BLANK);
        assertThat(CardFace.of(card).identity()).isZero();

        Terminal again = Terminal.open(card, Keys.TRANSPORT_SET);
        again.send(0x80, 0xE0, 0, 0).require();
        again.storeData(1, Issued.IDENTITY).require();
        again.changeState(Issued.PERSONALISE).require();
        assertThat(Terminal.open(card, Issued.READING).read(1, Issued.IDENTITY.length))
                .isEqualTo(Issued.IDENTITY);
    }

    @Test
    void transportKeysAreGoneOnceTheCardIsAPatients() {
        Issued.prepare(card).changeState(Issued.PERSONALISE).require();
        Terminal.select(card);
        assertThat(card.send(Terminal.initializeUpdate(0x01)).status()).isEqualTo(0x6A88);
        assertThat(card.find(Keys.TRANSPORT_SET.enc())).isFalse();
        assertThat(card.find(Keys.TRANSPORT_SET.dek())).isFalse();
    }

    @Test
    void anEndedCardHoldsNothingAnyMore() {
        SimulatedCard ended = Issued.active();
        for (byte[] secret : secrets()) {
            assertThat(ended.find(secret)).isTrue();
        }
        Terminal.open(ended, Issued.ADMINISTERING).changeState(Issued.END).require();
        for (byte[] secret : secrets()) {
            assertThat(ended.find(secret)).isFalse();
        }
        CardFace face = CardFace.of(ended);
        assertThat(face.state()).isEqualTo(CardFace.ENDED);
        assertThat(face.keyVersions()).containsOnly(0);
    }

    @Test
    void aBlockedCardComesBackWithAllItHeld() {
        SimulatedCard blocked = Issued.blocked();
        Terminal.open(blocked, Issued.ADMINISTERING).changeState(Issued.UNBLOCK).require();
        Terminal reading = Terminal.open(blocked, Issued.READING);
        assertThat(reading.read(3, Issued.MEDICATION.length)).isEqualTo(Issued.MEDICATION);
        assertThat(CardFace.of(blocked).state()).isEqualTo(CardFace.ACTIVE);
    }

    @Test
    void aCardIsNotMadeWithoutSerialAndKeys() {
        for (int length : new int[] {0, 8, 47, 50}) {
            assertThatThrownBy(() -> new SimulatedCard(SimulatedCard.SERIAL, new byte[length]))
                    .as("%d bytes of keys", length)
                    .isInstanceOf(CardRuntimeException.class);
        }
        for (int version : new int[] {0x00, 0x10, 0x11, 0xF1}) {
            assertThatThrownBy(() -> new SimulatedCard(SimulatedCard.SERIAL, withVersion(Keys.TRANSPORT, version)))
                    .as("transport keys of version %02X", version)
                    .isInstanceOf(CardRuntimeException.class);
        }
    }

    @Test
    void aBlankHoldsTheGenerationThatItWasLoadedWith() {
        Keys second = Keys.of(0x02);
        SimulatedCard blank = new SimulatedCard(SimulatedCard.SERIAL, withVersion(second.bytes(), 0x02));
        Terminal.select(blank).require();
        assertThat(blank.send(Terminal.initializeUpdate(0x01)).status()).isEqualTo(0x6A88);
        Terminal desk = Terminal.open(blank, second);
        for (Keys keys : new Keys[] {Issued.READING, Issued.WRITING, Issued.ADMINISTERING}) {
            desk.putKeys(keys, keys.orderFor(SimulatedCard.SERIAL, second)).require();
        }
        desk.send(0x80, 0xE0, 0, 0).require();
        desk.storeData(1, Issued.IDENTITY).require();
        desk.changeState(Issued.PERSONALISE).require();
        assertThat(blank.find(second.enc())).isFalse();
        Terminal.select(blank).require();
        assertThat(blank.send(Terminal.initializeUpdate(0x02)).status()).isEqualTo(0x6A88);
    }

    @Test
    void aBlankThatWasLoadedWithoutAGenerationHoldsTheFirst() {
        SimulatedCard blank = new SimulatedCard(SimulatedCard.SERIAL, withVersion(Keys.TRANSPORT, 0x01));
        assertThat(Terminal.open(blank, Keys.TRANSPORT_SET)).isNotNull();
        assertThat(Terminal.open(new SimulatedCard(), Keys.TRANSPORT_SET)).isNotNull();
    }

    private static byte[] withVersion(byte[] keys, int version) {
        byte[] data = Arrays.copyOf(keys, keys.length + 1);
        data[keys.length] = (byte) version;
        return data;
    }

    private static byte[][] secrets() {
        return new byte[][] {
            Issued.READING.enc(),
            Issued.WRITING.mac(),
            Issued.ADMINISTERING.dek(),
            Arrays.copyOf(Issued.IDENTITY, 32),
            Issued.CARD_ID,
            Arrays.copyOf(Issued.EMERGENCY, 16),
            Arrays.copyOf(Issued.MEDICATION, 16),
            Arrays.copyOf(Issued.VISIT, 16)
        };
    }
}
