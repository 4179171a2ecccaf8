package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.fault.FaultCode;

/**
 * The kiosk's token: taken once from the server for a one-time code, then kept in the data folder. Another code in the
 * settings means another enrolment.
 */
final class DeviceCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceCredentials.class);
    private static final String FILE = "device.json";

    private final Path file;
    private final Optional<String> code;
    private final ServerLine server;
    private CompletableFuture<Stored> current;

    private record Stored(String deviceId, String token, String enrolledWith) {
        @Override
        public String toString() {
            return "Stored[" + deviceId + "]";
        }
    }

    DeviceCredentials(Path folder, Optional<String> enrolmentCode, ServerLine server) {
        this.file = folder.resolve(FILE);
        this.code = enrolmentCode;
        this.server = server;
    }

    /** @return the Authorization header; fails with {@link ReceptionException} while there is no token */
    synchronized CompletableFuture<String> authorization() {
        if (current == null || current.isCompletedExceptionally()) {
            current = stored().map(CompletableFuture::completedFuture).orElseGet(this::enrol);
        }
        return current.thenApply(stored -> ApiPaths.DEVICE_SCHEME + " " + stored.token());
    }

    private CompletableFuture<Stored> enrol() {
        if (code.isEmpty()) {
            return CompletableFuture.failedFuture(new ReceptionException(FaultCode.DEVICE_NOT_ENROLLED));
        }
        String authorization = ApiPaths.ENROLMENT_SCHEME + " " + code.get();
        return server.postOnce(ApiPaths.DEVICE_ENROLMENT, authorization, EnrolmentGrant.class)
                .thenApply(reply -> keep(reply.orThrow()));
    }

    private Stored keep(EnrolmentGrant grant) {
        Stored stored = new Stored(grant.deviceId(), grant.token(), fingerprint(code.orElseThrow()));
        try {
            DurableFile.write(file, Json.MAPPER.writeValueAsBytes(stored));
        } catch (IOException e) {
            LOG.error("the device token could not be stored; after a restart a new enrolment code is needed", e);
        }
        LOG.info("enrolled as device {}", grant.deviceId());
        return stored;
    }

    private Optional<Stored> stored() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Stored stored = Json.MAPPER.readValue(Files.readAllBytes(file), Stored.class);
            boolean newCode = code.isPresent() && !fingerprint(code.get()).equals(stored.enrolledWith());
            return newCode ? Optional.empty() : Optional.of(stored);
        } catch (IOException | JacksonException e) {
            // Without the message: it may quote the token.
            LOG.error("{} cannot be read ({}); the kiosk must be enrolled again", FILE, e.getClass());
            return Optional.empty();
        }
    }

    private static String fingerprint(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
