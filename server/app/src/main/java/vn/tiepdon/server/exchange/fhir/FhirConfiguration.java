package vn.tiepdon.server.exchange.fhir;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tiepdon.api.ApiPaths;

@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    private static final int AT_FIRST_REQUEST = -1;

    @Bean
    ServletRegistrationBean<FhirDoor> fhir(FhirMaker maker, FhirGate gate) {
        FhirDoor door = new FhirDoor(maker, gate);
        ServletRegistrationBean<FhirDoor> registration = new ServletRegistrationBean<>(door, ApiPaths.FHIR + "/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(AT_FIRST_REQUEST);
        return registration;
    }
}
