package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** HAPI FHIR's plain server with our providers: it parses, dispatches and encodes, and keeps nothing. */
final class FhirServer extends RestfulServer {

    private static final long serialVersionUID = 1;

    private FhirServer(FhirContext context) {
        super(context);
    }

    static HttpServlet of(FhirParts parts) {
        FhirServer server = new FhirServer(R4.CONTEXT);
        server.setServerName("Tiếp Đón");
        server.setServerVersion(version());
        server.setImplementationDescription("Outpatient check-in and chronic care record of one hospital");
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setETagSupport(ETagSupportEnum.ENABLED);
        // A small request may unpack to a large one.
        server.setUncompressIncomingContents(false);
        server.registerInterceptor(new FhirTrail(parts.audit()));
        server.registerInterceptor(new FhirFaults());
        List<IResourceProvider> providers = Providers.of(parts);
        server.registerInterceptor(new KnownParameters(Providers.withChanges(providers)));
        server.setServerConformanceProvider(new Capabilities(server, providers));
        server.registerProviders(providers);
        return server;
    }

    /** Everything that a first request would have to load: each kind of resource written and read once. */
    static void rehearse(HttpServlet made) {
        IParser parser = R4.CONTEXT.newJsonParser();
        ((FhirServer) made).getResourceProviders().forEach(provider -> {
            IBaseResource empty =
                    R4.CONTEXT.getResourceDefinition(provider.getResourceType()).newInstance();
            parser.parseResource(parser.encodeResourceToString(empty));
        });
    }

    private static String version() {
        String packaged = FhirServer.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }

    /** Says neither the library nor its version to everybody. */
    @Override
    public void addHeadersToResponse(HttpServletResponse response) {}
}
