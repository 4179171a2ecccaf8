package vn.tiepdon.server.checkin;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.tiepdon.api.kiosk.CheckInRequest;

/**
 * What was asked, as SHA-256: of its meaning, so that white space, the order of fields or
 * how long it took do not matter.
 */
final class RequestHash {

    private RequestHash() {}

    static String of(CheckInRequest request) {
        String declared =
                request.declared().stream().sorted().map(it -> "\n" + it.name()).collect(joining());
        String meaning = request.identificationId() + "\n" + request.clinicCode() + declared;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(meaning.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
