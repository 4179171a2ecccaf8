package vn.tiepdon.card.citizen;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import net.sf.scuba.smartcards.CommandAPDU;
import org.jmrtd.Util;
import org.jmrtd.protocol.DESedeSecureMessagingWrapper;
import vn.tiepdon.card.transport.Transport;

/** The card's end of a protected channel (Triple DES), for answers that a test makes up. */
final class ProtectedCard {

    /** The commands as they were before their protection. */
    final List<CommandAPDU> plain = new ArrayList<>();

    /** The same as they came. */
    final List<byte[]> raw = new ArrayList<>();

    private final SecretKey encryption = Util.deriveKey(new byte[16], Util.ENC_MODE);
    private final SecretKey mac = Util.deriveKey(new byte[16], Util.MAC_MODE);
    private final Function<CommandAPDU, byte[]> answers;
    private long counter;

    /** @param answers response APDUs before their protection */
    ProtectedCard(Function<CommandAPDU, byte[]> answers) throws Exception {
        this.answers = answers;
    }

    SecureChannel channel() throws Exception {
        return new SecureChannel(new CardLink(transport()), new DESedeSecureMessagingWrapper(encryption, mac, 0L));
    }

    private Transport transport() {
        return command -> {
            try {
                return answer(command);
            } catch (MalformedChipFileException | java.security.GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        };
    }

    private byte[] answer(byte[] command) throws MalformedChipFileException, java.security.GeneralSecurityException {
        raw.add(command);
        counter += 2;
        CommandAPDU opened = opened(new CommandAPDU(command));
        plain.add(opened);
        byte[] answer = answers.apply(opened);
        byte[] status = Arrays.copyOfRange(answer, answer.length - 2, answer.length);
        ByteArrayOutputStream objects = new ByteArrayOutputStream();
        if (answer.length > 2) {
            byte[] cryptogram =
                    cipher(Cipher.ENCRYPT_MODE).doFinal(Util.pad(Arrays.copyOf(answer, answer.length - 2), 8));
            boolean odd = opened.getINS() % 2 == 1;
            objects.writeBytes(
                    ChipFiles.tlv(odd ? 0x85 : 0x87, odd ? cryptogram : ChipFiles.join(new byte[] {1}, cryptogram)));
        }
        objects.writeBytes(ChipFiles.tlv(0x99, status));
        Mac checksum = Util.getMac("ISO9797ALG3MAC", mac);
        checksum.update(ByteBuffer.allocate(8).putLong(counter).array());
        byte[] sum = checksum.doFinal(Util.pad(objects.toByteArray(), 8));
        return ChipFiles.join(objects.toByteArray(), ChipFiles.tlv(0x8E, sum), status);
    }

    private CommandAPDU opened(CommandAPDU command)
            throws MalformedChipFileException, java.security.GeneralSecurityException {
        Ber objects = new Ber(ChipFile.CARD_ACCESS, command.getData());
        byte[] data = {};
        int expected = 0;
        while (objects.hasMore()) {
            int tag = objects.peekTag();
            byte[] value = objects.value(tag);
            if (tag == 0x87 || tag == 0x85) {
                int from = tag == 0x87 ? 1 : 0;
                data = Util.unpad(cipher(Cipher.DECRYPT_MODE).doFinal(value, from, value.length - from));
            } else if (tag == 0x97) {
                expected = value.length == 1 ? (value[0] & 0xFF) : (value[0] & 0xFF) << 8 | value[1] & 0xFF;
            }
        }
        return new CommandAPDU(0x00, command.getINS(), command.getP1(), command.getP2(), data, expected);
    }

    private Cipher cipher(int mode) throws java.security.GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
        cipher.init(mode, encryption, new IvParameterSpec(new byte[8]));
        return cipher;
    }
}
