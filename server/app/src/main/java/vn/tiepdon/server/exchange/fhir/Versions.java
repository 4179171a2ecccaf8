package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource's version is a digest of what it says: the same on every server, kept nowhere, another one as soon as
 * anything that the resource is made of changes; when that was is no part of it.
 */
final class Versions {

    private static final int LETTERS = 16;

    private Versions() {}

    static <T extends Resource> T stamp(FhirContext context, T resource) {
        InstantType changed = resource.getMeta().getLastUpdatedElement().copy();
        resource.getMeta().setLastUpdatedElement(null).setVersionId(null);
        resource.getMeta().setVersionId(digest(context.newJsonParser().encodeResourceToString(resource)));
        if (changed.hasValue()) {
            resource.getMeta().setLastUpdatedElement(changed);
        }
        return resource;
    }

    /** What comes with {@code If-Match} is written only while the resource is still that version. */
    static void demand(ServletRequestDetails request, IdType id, Resource now) {
        stamp(request.getFhirContext(), now);
        if (id.hasVersionIdPart() && !id.getVersionIdPart().equals(now.getMeta().getVersionId())) {
            throw Outcomes.precondition(
                    IssueType.CONFLICT, "Đã có thay đổi từ lần đọc trước.", "It was changed since it was read.");
        }
    }

    /** Sixteen letters of SHA-256. */
    static String digest(String said) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
