package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.StrictErrorHandler;

/** The library's knowledge of FHIR R4: megabytes, made once by whoever needs it first. */
final class R4 {

    static final FhirContext CONTEXT = context();

    private R4() {}

    private static FhirContext context() {
        // The library sets Woodstox's own properties as soon as it is there, on whichever reader of XML comes first.
        System.setProperty("javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory");
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictErrorHandler());
        return context;
    }

    /** For files: what is not known in them is passed by, what cannot be true is refused. One for each thread. */
    static IParser fileParser() {
        return CONTEXT.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
    }
}
