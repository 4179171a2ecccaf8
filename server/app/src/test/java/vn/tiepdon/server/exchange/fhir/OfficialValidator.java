package vn.tiepdon.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** HL7's own validator with the definitions of FHIR R4 and what terminology they bring: slow to wake, so one for all. */
final class OfficialValidator {

    static {
        // The library sets Woodstox's own properties as soon as it is there, on whichever parser comes first.
        System.setProperty("javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory");
    }

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = make();

    private OfficialValidator() {}

    private static FhirValidator make() {
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        FhirInstanceValidator official = new FhirInstanceValidator(chain);
        official.setAnyExtensionsAllowed(true);
        return FHIR.newValidator().registerValidatorModule(official);
    }

    static String json(IBaseResource resource) {
        return FHIR.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource);
    }

    static void demandValid(IBaseResource resource) {
        String json = json(resource);
        List<String> wrong = VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(it -> it.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(it -> it.getLocationString() + ": " + it.getMessage())
                .toList();
        assertThat(wrong).as(json).isEmpty();
    }
}
