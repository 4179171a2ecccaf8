package vn.tiepdon.server.exchange.fhir;

import jakarta.servlet.http.HttpServlet;
import org.springframework.stereotype.Component;

/** Makes the FHIR server once, for whoever asks first. Names no class of the library. */
@Component
class FhirMaker {

    private final FhirParts parts;
    private HttpServlet made;

    FhirMaker(FhirParts parts) {
        this.parts = parts;
    }

    synchronized HttpServlet get() {
        if (made == null) {
            made = FhirServer.of(parts);
        }
        return made;
    }
}
