package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.application.BadResponseException;
import com.yubico.yubikit.core.smartcard.Apdu;
import com.yubico.yubikit.core.smartcard.ApduException;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import com.yubico.yubikit.core.smartcard.SmartCardProtocol;
import com.yubico.yubikit.core.smartcard.scp.KeyRef;
import com.yubico.yubikit.core.smartcard.scp.Scp03KeyParams;
import com.yubico.yubikit.core.smartcard.scp.StaticKeys;
import java.nio.ByteBuffer;
import java.security.Security;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Yubico's SCP03, written by others for other cards, speaks with ours. */
class ForeignChannelTest {

    /** A record with nothing but a card id: the card looks at no more. */
    private static final byte[] IDENTITY = HexFormat.of().parseHex("E1128210" + "00112233445566778899AABBCCDDEEFF");

    private final SimulatedCard card = new SimulatedCard();
    private final SmartCardProtocol protocol = new SmartCardProtocol(new Connection(card));

    /** Yubico's code asks the JDK for AES-CMAC, which the JDK has not. */
    @BeforeAll
    static void lendAesCmac() {
        Security.addProvider(new BouncyCastleProvider());
    }

    @AfterAll
    static void takeItBack() {
        Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
    }

    @Test
    void aSessionOpensAndEveryCommandAndAnswerPassesThroughIt() throws Exception {
        byte[] emergency = random(1024);
        byte[] visit = random(192);

        open(Keys.TRANSPORT_SET);
        assertThat(send(0x80, 0xE0, 0, 0)).hasSize(65).startsWith(0x04);
        for (int role = 1; role <= 3; role++) {
            Keys keys = Keys.of(role << 4 | 1);
            send(0x80, 0xD8, keys.version(), 0, keys.orderFor(SimulatedCard.SERIAL, Keys.TRANSPORT_SET));
        }
        store(1, IDENTITY);
        store(2, emergency);
        store(4, visit);
        send(0x80, 0xE4, 0, 0, new byte[] {0, 0, 0, 1});
        send(0x80, 0xF0, 0, 0);

        open(Keys.of(0x11));
        assertThat(read(2, emergency.length)).isEqualTo(emergency);
        assertThat(send(0x00, 0xB2, 1, 0x24)).isEqualTo(visit);
    }

    @Test
    void itSeesThatOtherKeysAreNotTheCards() throws Exception {
        protocol.select(SimulatedCard.AID_BYTES);
        Keys other = Keys.of(0x02);
        assertThatThrownBy(() -> protocol.initScp(new Scp03KeyParams(
                        new KeyRef((byte) 0, (byte) 0x01), new StaticKeys(other.enc(), other.mac(), other.dek()))))
                .isInstanceOf(BadResponseException.class);
    }

    @Test
    void aRefusalComesWithoutEndingTheSession() throws Exception {
        open(Keys.TRANSPORT_SET);
        assertThatThrownBy(() -> send(0x80, 0xF0, 0, 0))
                .isInstanceOfSatisfying(ApduException.class, refused -> assertThat(refused.getSw())
                        .isEqualTo((short) 0x6985));
        assertThat(send(0x80, 0xE0, 0, 0)).hasSize(65);
    }

    private byte[] send(int cla, int ins, int p1, int p2, byte... data) throws Exception {
        return protocol.sendAndReceive(new Apdu(cla, ins, p1, p2, data));
    }

    private void store(int file, byte[] content) throws Exception {
        int chunk = 237;
        for (int at = 0; at < content.length; at += chunk) {
            int end = Math.min(content.length, at + chunk);
            send(
                    0x80,
                    0xE2,
                    end == content.length ? file | 0x80 : file,
                    0,
                    ByteBuffer.allocate(2 + end - at)
                            .putShort((short) at)
                            .put(content, at, end - at)
                            .array());
        }
    }

    private byte[] read(int file, int length) throws Exception {
        ByteBuffer content = ByteBuffer.allocate(length);
        content.put(send(0x00, 0xB0, 0x80 | file, 0));
        while (content.hasRemaining()) {
            content.put(send(0x00, 0xB0, content.position() >> 8, content.position() & 0xFF));
        }
        return content.array();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void open(Keys keys) throws Exception {
        protocol.select(SimulatedCard.AID_BYTES);
        protocol.initScp(new Scp03KeyParams(
                new KeyRef((byte) 0, (byte) keys.version()), new StaticKeys(keys.enc(), keys.mac(), keys.dek())));
    }

    private record Connection(SimulatedCard card) implements SmartCardConnection {

        @Override
        public byte[] sendAndReceive(byte[] command) {
            return card.transmit(command);
        }

        @Override
        public Transport getTransport() {
            return Transport.NFC;
        }

        @Override
        public boolean isExtendedLengthApduSupported() {
            return false;
        }

        @Override
        public byte[] getAtr() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}
