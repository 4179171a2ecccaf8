package vn.tiepdon.kiosk.device.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** A personalised patient card of an invented person, answering as docs/patient-card.md says. */
final class SoftCard implements Transport {

    static final KeyPair HOSPITAL = newKey();

    private static final byte[] OK = {(byte) 0x90, 0x00};
    private static final CardId ID = CardId.ofHex("00112233445566778899AABBCCDDEEFF");

    final KeyPair key = newKey();
    byte[] identity;
    int lifecycle = 0x07;
    int layout = 1;
    byte[] selectAnswer;
    /** Of reading, writing and administering, as hex. */
    String keyVersions = "112131";
    /** What INITIALIZE UPDATE is answered with, null when it is answered well. */
    byte[] sessionRefusal;

    final byte[] sessionAnswer = new byte[29];
    /** The card is pulled out at this command, counted from 0. */
    int pulledAt = Integer.MAX_VALUE;

    int commands;

    SoftCard() throws GeneralSecurityException {
        this("01234", LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1), HOSPITAL);
    }

    SoftCard(String facility, LocalDate from, LocalDate to, KeyPair signer) throws GeneralSecurityException {
        IdentityRecord person = new IdentityRecord(
                facility,
                ID,
                "BN000123",
                "NGUYỄN THỊ MAI",
                PartialDate.parse("1950"),
                Sex.FEMALE,
                from,
                to,
                CardPublicKey.of((ECPublicKey) key.getPublic()),
                SigningKeyId.of((ECPublicKey) signer.getPublic()));
        identity = SignedIdentityRecord.sign(person, signer.getPrivate()).encoded();
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public byte[] transmit(byte[] command) throws TransportException {
        if (commands++ >= pulledAt) {
            throw new CardRemovedException(null);
        }
        return switch (command[1]) {
            case (byte) 0xA4 -> selectAnswer == null ? answer(directory()) : selectAnswer;
            case (byte) 0xB0 -> answer(read(command));
            case (byte) 0x88 -> answer(prove(Arrays.copyOfRange(command, 5, 37)));
            case 0x50 -> sessionRefusal == null ? answer(sessionAnswer) : sessionRefusal;
            default -> new byte[] {0x6D, 0x00};
        };
    }

    private byte[] directory() {
        byte[] content = HexFormat.of()
                .parseHex("8001%02X".formatted(layout)
                        + "8101%02X".formatted(lifecycle)
                        + "820901%04X020000030000".formatted(identity.length)
                        + "8303" + keyVersions
                        + "840400000000"
                        + "85020018"
                        + "86027FFF"
                        + "87080102030405060708");
        byte[] aid = HexFormat.of().parseHex("F054494550444F4E01");
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        element(inside, 0x84, aid);
        element(inside, 0xA5, content);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        element(all, 0x6F, inside.toByteArray());
        return all.toByteArray();
    }

    private static void element(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        out.write(value.length);
        out.writeBytes(value);
    }

    private byte[] read(byte[] command) {
        int p1 = command[2] & 0xFF;
        int offset = (p1 & 0x80) != 0 ? command[3] & 0xFF : p1 << 8 | command[3] & 0xFF;
        int length = command[4] & 0xFF;
        return Arrays.copyOfRange(identity, offset, Math.min(identity.length, offset + (length == 0 ? 256 : length)));
    }

    private byte[] prove(byte[] challenge) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update("TDAUTH01".getBytes(StandardCharsets.US_ASCII));
            signature.update(ID.bytes());
            signature.update(challenge);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] answer(byte[] data) {
        byte[] answer = Arrays.copyOf(data, data.length + 2);
        System.arraycopy(OK, 0, answer, data.length, 2);
        return answer;
    }

    /** So that a test can verify what the card has proven. */
    CardId id() {
        return ID;
    }
}
