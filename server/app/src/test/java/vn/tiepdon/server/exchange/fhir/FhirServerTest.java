package vn.tiepdon.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Another system with HAPI FHIR's own client in front of the running server. */
@OnH2
class FhirServerTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    TestHospital hospital;
    IGenericClient client;

    @BeforeEach
    void aSystemOfAHospital() {
        hospital = hospitals.open();
        hospital.room(hospital.clinic("TIM", 100), "12");
        client = client(hospital.system().token());
    }

    @Test
    void theServerSaysWhatItCan() {
        CapabilityStatement can =
                client.capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(can.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(can.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("Organization", "Location");
    }

    @Test
    void aSystemSeesItsOwnHospitalAlone() {
        Organization own = client.read()
                .resource(Organization.class)
                .withId(hospital.code())
                .execute();
        assertThat(own.getIdentifierFirstRep().getValue()).isEqualTo(hospital.code());
        assertThatThrownBy(() -> client.read()
                        .resource(Organization.class)
                        .withId(hospitals.open().code())
                        .execute())
                .isInstanceOfSatisfying(ResourceNotFoundException.class, FhirServerTest::saysSo);
    }

    @Test
    void clinicsComePageByPageWithoutAnybodyRememberingThePage() {
        for (int i = 0; i < 5; i++) {
            hospital.clinic("PK" + i, 10);
        }
        Bundle page = client.search()
                .forResource(Location.class)
                .count(4)
                .returnBundle(Bundle.class)
                .execute();
        assertThat(page.getTotal()).isEqualTo(7);
        assertThat(page.getEntry()).hasSize(4);
        Bundle rest = client.loadPage().next(page).execute();
        assertThat(rest.getEntry()).hasSize(3);
        assertThat(rest.getLink(Bundle.LINK_NEXT)).isNull();
    }

    @Test
    void whoIsNotASystemIsToldInAnOutcome() {
        assertThatThrownBy(() -> client("made-up")
                        .capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute())
                .isInstanceOfSatisfying(AuthenticationException.class, FhirServerTest::saysSo);
        assertThatThrownBy(() -> client(hospital.kiosk().token())
                        .capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute())
                .isInstanceOfSatisfying(ForbiddenOperationException.class, FhirServerTest::saysSo);
    }

    private static void saysSo(ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException refused) {
        OperationOutcome outcome = (OperationOutcome) refused.getOperationOutcome();
        assertThat(outcome.getIssueFirstRep().getDetails().getText()).isNotBlank();
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isNotBlank();
    }

    private IGenericClient client(String token) {
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        IGenericClient made = FHIR.newRestfulGenericClient("http://localhost:" + port + "/fhir");
        made.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return made;
    }
}
