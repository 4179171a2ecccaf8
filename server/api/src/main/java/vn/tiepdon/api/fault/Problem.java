package vn.tiepdon.api.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import vn.tiepdon.api.card.CardContact;

/**
 * A refusal in {@code application/problem+json} (RFC 9457).
 *
 * @param title the technician's text in English; never holds data of a person
 * @param code what to look up in the {@link FaultCatalogue}
 * @param card what the device is still to do with the refused patient card, such as blocking it; mostly null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, FaultCode code, CardContact card) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(FaultCode code, int status) {
        return of(code, status, null);
    }

    public static Problem of(FaultCode code, int status, CardContact card) {
        String title = FaultCatalogue.shipped().of(code).technician().en();
        return new Problem("urn:tiepdon:fault:" + code.mark(), title, status, code, card);
    }
}
