package vn.tiepdon.server.phone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.TicketId;

/**
 * Makes the unguessable part of a ticket's address out of the ticket alone, so that giving a number asks and stores
 * nothing more. Hospital (4 bytes), day (4 bytes since 1970-01-01) and ticket id (16 bytes) are authenticated by the first
 * 16 bytes of HMAC-SHA256, which serve as the initial vector of their AES-128-CTR encryption too (synthetic IV, as RFC
 * 5297 builds it): the same ticket has the same address on every server with the key, nobody without it can make one, and
 * an address gives the ticket's id away to nobody. 40 bytes, 54 characters of base64url.
 */
@Component
class TicketSeal {

    private static final int TAG = 16;
    private static final int CONTENT = 24;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{54}");

    private final SecretKeySpec authentic;
    private final SecretKeySpec secret;

    @Autowired
    TicketSeal(PhoneKey key) {
        this(key.bytes());
    }

    TicketSeal(byte[] root) {
        this.authentic = new SecretKeySpec(hmac(new SecretKeySpec(root, "HmacSHA256"), "authentic"), "HmacSHA256");
        byte[] cipher = hmac(new SecretKeySpec(root, "HmacSHA256"), "secret");
        this.secret = new SecretKeySpec(cipher, 0, TAG, "AES");
    }

    String seal(SealedTicket ticket) {
        UUID id = ticket.ticket().value();
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putInt(ticket.facility().value())
                .putInt((int) ticket.day().date().toEpochDay())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] tag = tag(content);
        byte[] sealed = ByteBuffer.allocate(TAG + CONTENT)
                .put(tag)
                .put(crypt(Cipher.ENCRYPT_MODE, tag, content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty for what was not made here. How long that takes says nothing of how near it came. */
    Optional<SealedTicket> open(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] sealed = Base64.getUrlDecoder().decode(token);
        byte[] tag = Arrays.copyOf(sealed, TAG);
        byte[] content = crypt(Cipher.DECRYPT_MODE, tag, Arrays.copyOfRange(sealed, TAG, sealed.length));
        if (!MessageDigest.isEqual(tag, tag(content))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        return Optional.of(new SealedTicket(
                new FacilityId(read.getInt()),
                new BusinessDay(LocalDate.ofEpochDay(read.getInt())),
                new TicketId(new UUID(read.getLong(), read.getLong()))));
    }

    private byte[] tag(byte[] content) {
        return Arrays.copyOf(hmac(authentic, content), TAG);
    }

    private byte[] crypt(int mode, byte[] iv, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, secret, new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES", missing);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String purpose) {
        return hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
