package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.util.FhirTerser;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;

/** What the server can, read off its methods, with how to be let in. */
final class Capabilities extends ServerCapabilityStatementProvider {

    private static final String HOW_TO_BE_LET_IN = "Authorization: Bearer TOKEN of a device of kind SYSTEM. A token"
            + " sees the data of its own hospital only. See docs/fhir.md.";

    private final List<IResourceProvider> providers;

    Capabilities(RestfulServer server, List<IResourceProvider> providers) {
        super(server);
        this.providers = providers;
        setRestResourceRevIncludesEnabled(false);
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance made) {
        CapabilityStatement statement = (CapabilityStatement) made;
        statement.setPublisher("Tiếp Đón");
        statement.getRestFirstRep().getSecurity().setCors(false).setDescription(HOW_TO_BE_LET_IN);
    }

    /** The library sees the parameters that methods name; those of charts stand in {@link ChartProvider#parameters}. */
    @Override
    protected void postProcessRestResource(FhirTerser terser, IBase made, String type) {
        CapabilityStatementRestResourceComponent resource = (CapabilityStatementRestResourceComponent) made;
        for (IResourceProvider provider : providers) {
            if (provider instanceof ChartProvider<?> charts
                    && charts.getResourceType().getSimpleName().equals(type)) {
                charts.parameters()
                        .forEach(it ->
                                resource.addSearchParam().setName(it.name()).setType(it.type()));
            }
        }
    }
}
