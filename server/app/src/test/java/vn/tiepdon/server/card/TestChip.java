package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/** A card's side of the conversation, written anew from docs/patient-card.md so that no error cancels itself out. */
final class TestChip {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BLOCK = 16;

    final CardId id = new CardId(random(CardId.LENGTH));
    final byte[] serial = random(8);
    final KeyPair pair = newPair();
    final Map<CardRole, KeySet> sets = new EnumMap<>(CardRole.class);
    byte[] identity;

    record KeySet(KeyVersion version, byte[] enc, byte[] mac, byte[] dek) {}

    /** Session keys as the card makes them. */
    record Session(CardSessionRequest request, byte[] enc, byte[] mac, byte[] responseMac, byte[] hostCryptogram) {

        void assertSame(CardSessionGrant grant) {
            assertThat(grant.encryption()).isEqualTo(enc);
            assertThat(grant.mac()).isEqualTo(mac);
            assertThat(grant.responseMac()).isEqualTo(responseMac);
            assertThat(grant.hostCryptogram()).isEqualTo(hostCryptogram);
        }
    }

    void learn(KeyVersion version, byte[] master) {
        byte[] context = version.role() == CardRole.TRANSPORT ? serial : id.bytes();
        byte[][] keys = new byte[3][];
        for (int purpose = 1; purpose <= keys.length; purpose++) {
            keys[purpose - 1] = kdf(master, "TDCARD", version.code(), purpose, context);
        }
        sets.put(version.role(), new KeySet(version, keys[0], keys[1], keys[2]));
    }

    /** Takes an order as the applet does, or fails. */
    void take(CardKeyOrder order) throws GeneralSecurityException {
        assertThat(order.order()).hasSize(64);
        KeySet wrapping = sets.get(CardRole.ADMINISTERING);
        byte[] enc = Arrays.copyOf(order.order(), 48);
        byte[] k1 = kdf(wrapping.dek(), "TDWRAP", wrapping.version().code(), 1, serial);
        byte[] k2 = kdf(wrapping.dek(), "TDWRAP", wrapping.version().code(), 2, serial);
        byte[] proof = cmac(k2, bytes("TDKEYS01"), new byte[] {(byte) order.keyVersion()}, serial, enc);
        assertThat(proof).isEqualTo(Arrays.copyOfRange(order.order(), 48, 64));
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(k1, "AES"), new IvParameterSpec(new byte[BLOCK]));
        byte[] keys = cipher.doFinal(enc);
        KeyVersion version = KeyVersion.ofCode(order.keyVersion());
        assertThat(version.generation())
                .isGreaterThan(sets.get(version.role()).version().generation());
        sets.put(
                version.role(),
                new KeySet(
                        version,
                        Arrays.copyOf(keys, BLOCK),
                        Arrays.copyOfRange(keys, BLOCK, 2 * BLOCK),
                        Arrays.copyOfRange(keys, 2 * BLOCK, 3 * BLOCK)));
    }

    /** INITIALIZE UPDATE. */
    Session session(CardRole role) {
        return session(sets.get(role));
    }

    Session session(KeySet set) {
        byte[] host = random(8);
        byte[] card = random(8);
        byte[] sessionMac = scp03(set.mac(), 0x06, 128, host, card);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(id.bytes(), 0, 10);
        answer.write(set.version().code());
        answer.write(0x03);
        answer.write(0x60);
        answer.writeBytes(card);
        answer.writeBytes(scp03(sessionMac, 0x00, 64, host, card));
        return new Session(
                new CardSessionRequest(host, answer.toByteArray()),
                scp03(set.enc(), 0x04, 128, host, card),
                sessionMac,
                scp03(set.mac(), 0x07, 128, host, card),
                scp03(sessionMac, 0x01, 64, host, card));
    }

    /** INTERNAL AUTHENTICATE, for a kiosk's fresh challenge. */
    Presentation.PatientCard shown(String device, CardSessionRequest session) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        byte[] nonce = random(CardChallenge.NONCE_LENGTH);
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(bytes("TDAUTH01"));
            signer.update(id.bytes());
            signer.update(CardChallenge.of(device, at, nonce));
            return new Presentation.PatientCard(
                    identity, new Presentation.CardProof(at, nonce, signer.sign()), session);
        } catch (GeneralSecurityException everyJvmCan) {
            throw new AssertionError(everyJvmCan);
        }
    }

    private static byte[] kdf(byte[] key, String label, int version, int purpose, byte[] context) {
        return cmac(
                key, new byte[] {1}, bytes(label), new byte[] {(byte) version, (byte) purpose, 0}, context, new byte[] {
                    0, (byte) 0x80
                });
    }

    private static byte[] scp03(byte[] key, int constant, int bits, byte[] host, byte[] card) {
        byte[] label = new byte[12];
        label[11] = (byte) constant;
        byte[] derived = cmac(key, label, new byte[] {0, 0, (byte) bits, 1}, host, card);
        return Arrays.copyOf(derived, bits / Byte.SIZE);
    }

    private static byte[] cmac(byte[] key, byte[]... parts) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] value = new byte[BLOCK];
        mac.doFinal(value, 0);
        return value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJvmCan) {
            throw new AssertionError(everyJvmCan);
        }
    }
}
