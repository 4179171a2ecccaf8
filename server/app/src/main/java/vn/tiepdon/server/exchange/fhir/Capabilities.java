package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.util.FhirTerser;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** What the server can, read off its methods, with how to be let in. */
final class Capabilities extends ServerCapabilityStatementProvider {

    private static final String HOW_TO_BE_LET_IN = "Authorization: Bearer TOKEN of a device of kind SYSTEM. A token"
            + " sees the data of its own hospital only. See docs/fhir.md.";

    Capabilities(RestfulServer server) {
        super(server);
        setRestResourceRevIncludesEnabled(false);
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance made) {
        CapabilityStatement statement = (CapabilityStatement) made;
        statement.setPublisher("Tiếp Đón");
        statement.getRestFirstRep().getSecurity().setCors(false).setDescription(HOW_TO_BE_LET_IN);
    }
}
