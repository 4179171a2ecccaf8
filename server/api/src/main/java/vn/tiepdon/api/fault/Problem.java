package vn.tiepdon.api.fault;

/**
 * A refusal in {@code application/problem+json} (RFC 9457).
 *
 * @param title the technician's text in English; never holds data of a person
 * @param code what to look up in the {@link FaultCatalogue}
 */
public record Problem(String type, String title, int status, FaultCode code) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(FaultCode code, int status) {
        String title = FaultCatalogue.shipped().of(code).technician().en();
        return new Problem("urn:tiepdon:fault:" + code.mark(), title, status, code);
    }
}
