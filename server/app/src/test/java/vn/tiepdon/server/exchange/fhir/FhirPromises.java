package vn.tiepdon.server.exchange.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.device.Devices;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.PersonalTargets;
import vn.tiepdon.server.history.TargetRange;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Another system with HAPI FHIR's own client in front of the running server. */
abstract class FhirPromises {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    /** The first request loads the library. */
    private static final int PATIENCE_MILLIS = 60_000;

    static {
        FHIR.getRestfulClientFactory().setSocketTimeout(PATIENCE_MILLIS);
    }

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PatientMerges merges;

    @Autowired
    PersonalTargets targets;

    @Autowired
    FhirMaker maker;

    @Autowired
    FhirWarmUp warmUp;

    @Autowired
    Devices devices;

    private final HttpClient http = HttpClient.newHttpClient();

    TestHospital hospital;
    ClinicId heart;
    String token;
    IGenericClient client;

    @BeforeEach
    void aSystemOfAHospital() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 100);
        hospital.room(heart, "12");
        token = hospital.system().token();
        client = client(token);
    }

    @Test
    void theServerSaysWhatItCan() {
        CapabilityStatement can =
                client.capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(can.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(can.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("Organization", "Location");
        assertThat(can.getRestFirstRep().getResource())
                .filteredOn(it -> it.getType().equals("Observation"))
                .singleElement()
                .satisfies(it -> assertThat(it.getSearchParam())
                        .extracting(CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                        .containsExactlyInAnyOrder(
                                "_id", "patient", "after", "date", "_lastUpdated", "code", "category"));
        assertThat(can.getRestFirstRep().getResource())
                .filteredOn(it -> it.getType().equals("CarePlan"))
                .singleElement()
                .satisfies(it -> assertThat(it.getSearchParam())
                        .extracting(CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                        .containsExactlyInAnyOrder("_id", "patient", "after", "date", "category", "status"));
        assertThat(can.getRestFirstRep().getResource())
                .filteredOn(it -> it.getType().equals("Appointment"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getInteraction())
                            .extracting(each -> each.getCode().toCode())
                            .containsExactlyInAnyOrder("read", "search-type", "create", "update");
                    assertThat(it.getSearchParam())
                            .extracting(
                                    CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                            .contains("date", "status", "identifier", "location", "actor");
                });
        OfficialValidator.demandValid(can);
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
                .isInstanceOfSatisfying(ResourceNotFoundException.class, FhirPromises::saysSo);
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
                .isInstanceOfSatisfying(AuthenticationException.class, FhirPromises::saysSo);
        assertThatThrownBy(() -> client(hospital.kiosk().token())
                        .capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute())
                .isInstanceOfSatisfying(ForbiddenOperationException.class, FhirPromises::saysSo);
    }

    @Test
    void aPatientIsEnteredOnceHoweverOftenTold() {
        MethodOutcome first = enter("001150000077");
        assertThat(first.getCreated()).isTrue();
        MethodOutcome again = enter("001150000077");
        assertThat(again.getId().getIdPart()).isEqualTo(first.getId().getIdPart());
        Patient kept = (Patient) first.getResource();
        assertThat(kept.getNameFirstRep().getText()).isEqualTo("Nguyễn Thị Minh");
        OfficialValidator.demandValid(kept);
        assertThatThrownBy(
                        () -> client.create().resource(person("001150000077")).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, FhirPromises::saysSo);
        Patient nameless = person("001150000078");
        nameless.getName().clear();
        assertThatThrownBy(() -> client.create().resource(nameless).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, FhirPromises::saysSo);
    }

    @Test
    void patientsAreFoundByNumberNameAndBirthDate() {
        String id = enter("001150000079").getId().getIdPart();
        assertThat(found("Patient?identifier=" + Systems.of(IdentifierKind.NATIONAL, null) + "|001150000079"))
                .containsExactly(id);
        assertThat(found("Patient?identifier=001150000079")).containsExactly(id);
        assertThat(found("Patient?name=minh&birthdate=1950&gender=female")).containsExactly(id);
        assertThat(found("Patient?name=minh&birthdate=1951")).isEmpty();
        assertThat(found("Patient?identifier=urn:nobody|001150000079")).isEmpty();
        assertThat(found("Patient?_count=100000")).containsExactly(id);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws Exception {
        String id = enter("001150000080").getId().getIdPart();
        String etag = get("/Patient/" + id).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = get("/Patient/" + id, "If-None-Match", etag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(get("/Patient/" + id, "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aVisitIsToldAndReadBackWithWhatWasMeasured() {
        IIdType patient = enter("001150000081").getId();
        MethodOutcome told = client.create().resource(visit(patient, "LK-1")).execute();
        assertThat(told.getCreated()).isTrue();
        MethodOutcome again = client.create().resource(visit(patient, "LK-1")).execute();
        assertThat(again.getId().getIdPart()).isEqualTo(told.getId().getIdPart());

        MethodOutcome measured =
                client.create().resource(pressure(patient, told.getId())).execute();
        assertThat(measured.getCreated()).isTrue();
        Observation kept = (Observation) measured.getResource();
        assertThat(kept.getComponent()).hasSize(2);
        assertThat(kept.getIdentifierFirstRep().getValue()).isEqualTo("MAY-7");

        Bundle everything = client.operation()
                .onInstance(patient.toUnqualifiedVersionless())
                .named("$everything")
                .withNoParameters(Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        assertThat(everything.getEntry())
                .extracting(it -> it.getResource().fhirType())
                .contains("Patient", "Encounter", "Condition", "Observation", "Coverage");
        everything.getEntry().forEach(it -> OfficialValidator.demandValid(it.getResource()));
        for (Bundle.BundleEntryComponent entry : everything.getEntry()) {
            Resource one = entry.getResource();
            IBaseResource read = client.read()
                    .resource(one.fhirType())
                    .withId(one.getIdElement().getIdPart())
                    .execute();
            assertThat(read.getMeta().getVersionId()).isEqualTo(one.getMeta().getVersionId());
        }
        Bundle summary = client.operation()
                .onInstance(patient.toUnqualifiedVersionless())
                .named("$summary")
                .withNoParameters(Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        assertThat(summary.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        OfficialValidator.demandValid(summary);

        assertThat(found("Observation?patient=" + patient.getIdPart() + "&code=http://loinc.org|85354-9"))
                .hasSize(1);
        assertThat(found("Observation?patient=" + patient.getIdPart() + "&date=lt2020-01-01"))
                .isEmpty();
        assertThat(found("Encounter?patient.identifier=001150000081&date=2026-02-03"))
                .containsExactly(told.getId().getIdPart());
        assertThat(found("Condition?patient=Patient/" + patient.getIdPart() + "&code=I10"))
                .hasSize(1);
    }

    @Test
    void aVisitIsCorrectedByWhoSawItLast() {
        IIdType patient = enter("001150000082").getId();
        MethodOutcome told = client.create().resource(visit(patient, "LK-2")).execute();
        Encounter corrected = visit(patient, "LK-2");
        corrected.getReasonCodeFirstRep().setText("Chóng mặt");
        corrected.setId(told.getId());
        MethodOutcome changed = client.update().resource(corrected).execute();
        assertThat(((Encounter) changed.getResource()).getReasonCodeFirstRep().getText())
                .isEqualTo("Chóng mặt");
        assertThatThrownBy(() -> client.update()
                        .resource(corrected)
                        .withId(told.getId().toUnqualifiedVersionless())
                        .withAdditionalHeader("If-Match", "W/\"" + told.getId().getVersionIdPart() + "\"")
                        .execute())
                .isInstanceOfSatisfying(PreconditionFailedException.class, FhirPromises::saysSo);
    }

    @Test
    void aLongChartComesInBoundedPagesAndEverythingOfItOnce() throws Exception {
        IIdType patient = enter("001150000095").getId();
        for (int i = 0; i < 60; i++) {
            hospital.visit(
                    new PatientId(patient.getIdPartAsLong()),
                    heart,
                    LocalDate.of(2026, 1, 1).plusDays(i),
                    "I10",
                    "Tăng huyết áp");
        }
        Bundle page = FHIR.newJsonParser()
                .parseResource(
                        Bundle.class,
                        get("/Patient/" + patient.getIdPart() + "/$everything?_count=100000")
                                .body());
        assertThat(page.getEntry()).hasSize(Pages.MOST);
        List<String> told = new ArrayList<>(links(page));
        int pages = 1;
        for (; page.getLink(Bundle.LINK_NEXT) != null; pages++) {
            page = client.loadPage().next(page).execute();
            told.addAll(links(page));
        }
        assertThat(pages).isEqualTo(2);
        assertThat(told).doesNotHaveDuplicates().hasSize(page.getTotal());
        assertThat(told).filteredOn(it -> it.contains("/Encounter/")).hasSize(60);
        String path = "/Patient/" + patient.getIdPart() + "/$everything";
        assertThat(FHIR.newJsonParser()
                        .parseResource(Bundle.class, get(path + "?_count=-5").body())
                        .getEntry())
                .hasSize(Pages.WITHOUT_COUNT);
        assertThat(get(path + "?after=Encounter/0").statusCode()).isBetween(400, 499);
    }

    private static List<String> links(Bundle page) {
        return page.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .toList();
    }

    /** What the background does after a start. */
    @Test
    void theServerThatWasWarmedUpIsTheOneThatAnswers() {
        warmUp.load();
        assertThat(maker.get()).isSameAs(maker.get());
        assertThat(speakers()).isZero();
        assertThat(client.capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute()
                        .getRest())
                .hasSize(1);
        assertThat(speakers()).as("systems of this hospital that have asked").isEqualTo(1);
        assertThat(devices.anyFhirClient()).isTrue();
    }

    private int speakers() {
        return jdbc.sql("select count(*) from device where facility_id = ? and speaks_fhir")
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsNewIsFoundByWhenItWasWritten() {
        IIdType patient = enter("001150000094").getId();
        String visit = client.create()
                .resource(visit(patient, "LK-5"))
                .execute()
                .getId()
                .getIdPart();
        String measured = client.create()
                .resource(pressure(patient, null))
                .execute()
                .getId()
                .getIdPart();
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        assertThat(found("Patient?_lastUpdated=ge" + today)).containsExactly(patient.getIdPart());
        assertThat(found("Patient?_lastUpdated=lt" + today)).isEmpty();
        String within = "?patient=" + patient.getIdPart() + "&_lastUpdated=";
        assertThat(found("Encounter" + within + "ge" + today)).containsExactly(visit);
        assertThat(found("Encounter" + within + "lt" + today)).isEmpty();
        assertThat(found("Observation" + within + "ge" + today)).containsExactly(measured);
        assertThat(found("Observation" + within + "lt" + today)).isEmpty();
    }

    @Test
    void whatCannotBeAskedOrToldIsRefusedInAnOutcome() throws Exception {
        IIdType patient = enter("001150000083").getId();
        for (String path : List.of(
                "/Observation",
                "/Observation?patient=" + patient.getIdPart() + "&date=sa2020",
                "/Encounter?patient=1&date=abc",
                "/Patient?weight=70",
                "/Patient?_sort=name",
                "/Patient?_lastUpdated=ge2026-01-01&name=minh",
                "/Condition?patient=" + patient.getIdPart() + "&_lastUpdated=ge2026-01-01",
                "/Observation?patient=" + patient.getIdPart() + "&_sort=date",
                "/Observation?patient=" + patient.getIdPart() + "&code:not=I10",
                "/Observation?patient=" + patient.getIdPart() + "&status=final",
                "/Patient?birthdate=gt1950",
                "/Appointment",
                "/Appointment?date=2026",
                "/Appointment?date=ge2026-01-01",
                "/Appointment/abc",
                "/Slot",
                "/Slot?schedule=c1&start=2026",
                "/Slot/c1-2026-11-23T0800",
                "/Schedule/c1",
                "/Patient/abc",
                "/Patient/999999999/$everything",
                "/Observation/1-HBA1C-zz",
                "/Encounter/1/_history/1")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.body()).as(path).contains("OperationOutcome");
        }
        for (String body : List.of(
                "{",
                "{\"resourceType\":\"Patient\",\"unheard\":1}",
                "{\"resourceType\":\"Encounter\"}",
                "x".repeat(70_000))) {
            HttpResponse<String> answer = post("/Patient", body);
            assertThat(answer.statusCode()).as(body.substring(0, 1)).isBetween(400, 499);
            assertThat(answer.body()).contains("OperationOutcome");
        }
        Observation mad = pressure(patient, null);
        mad.getComponentFirstRep().setValue(new Quantity().setValue(9000).setCode("mm[Hg]"));
        assertThatThrownBy(() -> client.create().resource(mad).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, FhirPromises::saysSo);
    }

    @Test
    void anotherHospitalsPatientIsNobodyHere() {
        IIdType patient = enter("001150000084").getId();
        client = client(hospitals.open().system().token());
        assertThatThrownBy(() -> client.read()
                        .resource(Patient.class)
                        .withId(patient.getIdPart())
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(found("Patient?identifier=001150000084")).isEmpty();
    }

    @Test
    void everyReadingIsOnRecordWithoutWhatWasSearchedFor() {
        String id = enter("001150000085").getId().getIdPart();
        found("Patient?identifier=001150000085");
        client.read().resource(Patient.class).withId(id).execute();
        List<String> trail = jdbc.sql("select action || ' ' || object from audit where facility_id = ?")
                .param(hospital.id().value())
                .query(String.class)
                .list();
        assertThat(trail).contains("fhir.search-type Patient 1 found", "fhir.read Patient " + id);
        assertThat(trail).noneMatch(it -> it.contains("001150000085"));
    }

    @Test
    void whoAsksTooMuchIsToldToWaitAndKeepsNobodyElseWaiting() throws Exception {
        String path = "/Organization/" + hospital.code();
        HttpRequest ask = request(path).timeout(Duration.ofSeconds(60)).build();
        List<CompletableFuture<HttpResponse<String>>> asked = Stream.generate(
                        () -> http.sendAsync(ask, HttpResponse.BodyHandlers.ofString()))
                .limit(Allowance.SAVED * 2)
                .toList();
        HttpRequest other = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/metadata"))
                .header("Authorization", "Bearer " + hospital.system().token())
                .build();
        assertThat(http.send(other, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
        assertThat(answers)
                .filteredOn(it -> it.statusCode() == 429)
                .allMatch(it -> it.headers().firstValue("Retry-After").isPresent())
                .allMatch(it -> it.body().contains("OperationOutcome"));
        await().atMost(Duration.ofSeconds(10)).until(() -> get(path).statusCode() == 200);
    }

    @Test
    void aBundleIsImportedAndGivenBackLineByLine() throws Exception {
        Patient told = person("001150000086");
        told.setId("p1");
        Encounter encounter = visit(told.getIdElement(), "LK-9");
        encounter.setId("e1");
        Observation measured = pressure(told.getIdElement(), encounter.getIdElement());
        measured.setId("o1");
        Observation lost = pressure(told.getIdElement(), null);
        lost.setId("o2");
        lost.setEncounter(new Reference("Encounter/nowhere"));
        Observation loose = pressure(told.getIdElement(), null);
        loose.setId("o3");
        loose.getIdentifierFirstRep().setValue("MAY-8");
        AllergyIntolerance allergy = new AllergyIntolerance();
        allergy.setId("a1");
        allergy.setCode(Codes.text("Penicillin")).setPatient(new Reference("Patient/p1"));
        allergy.addReaction()
                .setSeverity(AllergyIntolerance.AllergyIntoleranceSeverity.MODERATE)
                .addManifestation(Codes.text("Nổi mề đay"));
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        for (Resource one : List.of(allergy, loose, measured, encounter, told, lost)) {
            bundle.addEntry().setResource(one);
        }
        URI jobs = URI.create("http://localhost:" + port + ApiPaths.EXCHANGE_IMPORTS);
        HttpRequest upload = HttpRequest.newBuilder(jobs)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(OfficialValidator.json(bundle)))
                .build();
        assertThat(http.send(upload, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(201);
        HttpRequest look = HttpRequest.newBuilder(jobs)
                .header("Authorization", "Bearer " + token)
                .build();
        await().atMost(Duration.ofSeconds(30)).until(() -> http.send(look, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("\"DONE\""));
        assertThat(http.send(look, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"records\":5", "\"refused\":1", "\"patients\":1");
        assertThat(found("Observation?patient.identifier=001150000086")).hasSize(2);
        assertThat(found("AllergyIntolerance?patient.identifier=001150000086")).hasSize(1);

        String login = hospital.staff(Role.ADMIN) + ":" + TestData.FIRST_PASSWORD;
        HttpRequest export = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + ApiPaths.EXCHANGE_EXPORT + "?format=FHIR_NDJSON"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                .build();
        assertThat(http.send(export, HttpResponse.BodyHandlers.ofString())
                        .body()
                        .lines())
                .hasSize(7)
                .anyMatch(it -> it.contains("\"LK-9\""))
                .anyMatch(it -> it.contains("Penicillin"));
    }

    @Test
    void aPlaceHasOneHolderUntilItIsGivenBack() throws Exception {
        hospital.seesByAppointment(heart, LocalTime.of(8, 0), LocalTime.of(9, 0), 30, 1);
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1);
        String schedule = found("Schedule?actor=Location/c" + heart.value()).get(0);
        OfficialValidator.demandValid(
                client.read().resource(Schedule.class).withId(schedule).execute());
        String slots = "Slot?schedule=Schedule/" + schedule + "&start=" + tomorrow + "&status=free";
        assertThat(found(slots))
                .containsExactly(schedule + "-" + tomorrow + "T0800", schedule + "-" + tomorrow + "T0830");
        Slot slot =
                client.read().resource(Slot.class).withId(found(slots).get(0)).execute();
        OfficialValidator.demandValid(slot);

        IIdType patient = enter("001150000087").getId();
        MethodOutcome first =
                client.create().resource(appointment(patient, slot, "HEN-1")).execute();
        assertThat(first.getCreated()).isTrue();
        OfficialValidator.demandValid(first.getResource());
        Appointment kept = (Appointment) first.getResource();
        assertThat(kept.getStart()).isEqualTo(slot.getStart());
        assertThat(kept.getEnd()).isEqualTo(slot.getEnd());
        MethodOutcome again = client.create()
                .resource(appointment(patient, slot, "HEN-1"))
                .conditionalByUrl("Appointment?identifier=urn:his|HEN-1")
                .execute();
        assertThat(again.getId().getIdPart()).isEqualTo(first.getId().getIdPart());
        IIdType other = enter("001150000088").getId();
        assertThatThrownBy(() -> client.create()
                        .resource(appointment(other, slot, "HEN-2"))
                        .execute())
                .isInstanceOfSatisfying(ResourceVersionConflictException.class, FhirPromises::saysSo);
        assertThatThrownBy(() -> client.create()
                        .resource(appointment(other, slot, "HEN-1"))
                        .execute())
                .isInstanceOfSatisfying(ResourceVersionConflictException.class, FhirPromises::saysSo);
        assertThat(found(slots)).hasSize(1);

        String id = first.getId().getIdPart();
        for (String query : List.of(
                "Appointment?patient=" + patient.getIdPart(),
                "Appointment?identifier=HEN-1",
                "Appointment?date=" + tomorrow + "&status=booked",
                "Appointment?date=ge" + tomorrow + "&date=lt" + tomorrow.plusDays(7) + "&location=Location/c"
                        + heart.value(),
                "Appointment?_id=" + id)) {
            assertThat(found(query)).as(query).containsExactly(id);
        }
        assertThat(found("Appointment?date=" + tomorrow + "&location=Location/c99"))
                .isEmpty();
        assertThat(get("/Patient/" + patient.getIdPart() + "/$everything").body())
                .contains("\"" + id + "\"");

        kept.setStatus(Appointment.AppointmentStatus.CANCELLED);
        assertThatThrownBy(() -> client.update()
                        .resource(kept)
                        .withId(first.getId().toUnqualifiedVersionless())
                        .withAdditionalHeader("If-Match", "W/\"other\"")
                        .execute())
                .isInstanceOfSatisfying(PreconditionFailedException.class, FhirPromises::saysSo);
        MethodOutcome cancelled = client.update().resource(kept).execute();
        assertThat(((Appointment) cancelled.getResource()).getStatus())
                .isEqualTo(Appointment.AppointmentStatus.CANCELLED);
        OfficialValidator.demandValid(cancelled.getResource());
        assertThat(found(slots)).hasSize(2);
        kept.setStatus(Appointment.AppointmentStatus.BOOKED);
        assertThatThrownBy(() -> client.update()
                        .resource(kept)
                        .withId(cancelled.getId().toUnqualifiedVersionless())
                        .execute())
                .isInstanceOfSatisfying(ResourceVersionConflictException.class, FhirPromises::saysSo);
    }

    @Test
    void anAppointmentMovesWithinItsClinic() {
        hospital.seesByAppointment(heart, LocalTime.of(8, 0), LocalTime.of(9, 0), 30, 1);
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1);
        List<String> slots = found("Slot?schedule=c" + heart.value() + "&start=" + tomorrow);
        IIdType patient = enter("001150000089").getId();
        Slot slot = client.read().resource(Slot.class).withId(slots.get(0)).execute();
        Appointment told = appointment(patient, slot, "HEN-3");
        told.getSlot().clear();
        Appointment kept =
                (Appointment) client.create().resource(told).execute().getResource();
        kept.getSlotFirstRep().setReference("Slot/" + slots.get(1));
        kept.setStartElement(null).setEndElement(null);
        Appointment moved =
                (Appointment) client.update().resource(kept).execute().getResource();
        assertThat(moved.getSlotFirstRep().getReference()).endsWith("T0830");
        moved.getSlotFirstRep().setReference("Slot/c" + heart.value() + "-" + tomorrow + "T0815");
        moved.setStartElement(null).setEndElement(null);
        assertThatThrownBy(() -> client.update().resource(moved).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, FhirPromises::saysSo);
    }

    @Test
    void whatADoctorAimsAtIsAGoal() throws Exception {
        IIdType patient = enter("001150000093").getId();
        StaffMember doctor = new StaffMember(hospital.id(), "bs.lan", "Bác sĩ Lan", Set.of(Role.ROOM));
        TargetRange below = new TargetRange(Optional.empty(), Optional.of(new BigDecimal("150")));
        targets.save(
                doctor,
                "test",
                PatientFinder.id(patient.getIdPart()).orElseThrow(),
                Map.of(ObservationKind.SYSTOLIC, Optional.of(below)),
                0);
        String id = patient.getIdPart() + "-SYSTOLIC";
        assertThat(found("Goal?lifecycle-status=active&start-date=ge2026-01-01&patient=" + patient.getIdPart()))
                .containsExactly(id);
        Goal goal = client.read().resource(Goal.class).withId(id).execute();
        OfficialValidator.demandValid(goal);
        assertThat(goal.getExpressedBy().getDisplay()).isEqualTo("bs.lan");
        assertThat(goal.getTargetFirstRep().getDetailQuantity().getComparator())
                .isEqualTo(Quantity.QuantityComparator.LESS_THAN);
        assertThat(get("/Patient/" + patient.getIdPart() + "/$everything").body())
                .contains("Goal/" + id);
    }

    @Test
    void whereAndWhenAPatientIsFollowedIsACarePlan() throws Exception {
        IIdType patient = enter("001150000094").getId();
        LocalDate due = LocalDate.of(2026, 12, 1);
        hospital.programme(PatientFinder.id(patient.getIdPart()).orElseThrow(), "HYPERTENSION", heart, due);
        String id = patient.getIdPart() + "-HYPERTENSION";
        assertThat(found("CarePlan?status=active&category=urn:tiepdon:code:chuong-trinh|HYPERTENSION&patient="
                        + patient.getIdPart()))
                .containsExactly(id);
        assertThat(found("CarePlan?category=COPD&patient=" + patient.getIdPart()))
                .isEmpty();
        assertThat(found("CarePlan?date=lt2020-01-01&patient=" + patient.getIdPart()))
                .isEmpty();
        CarePlan plan = client.read().resource(CarePlan.class).withId(id).execute();
        OfficialValidator.demandValid(plan);
        CarePlan.CarePlanActivityDetailComponent visit =
                plan.getActivityFirstRep().getDetail();
        assertThat(visit.getLocation().getReference()).isEqualTo("Location/c" + heart.value());
        assertThat(visit.getScheduledPeriod().getStartElement().getValueAsString())
                .isEqualTo(due.toString());
        assertThat(get("/Patient/" + patient.getIdPart() + "/$everything").body())
                .contains("CarePlan/" + id);
    }

    @Test
    void whoWasMergedIsReplacedByWhoStayed() {
        IIdType stayed = enter("001150000090").getId();
        IIdType gone = enter("001150000091").getId();
        String visit =
                client.create().resource(visit(gone, "LK-3")).execute().getId().getIdPart();
        String measured =
                client.create().resource(pressure(gone, null)).execute().getId().getIdPart();
        merges.merge(
                hospital.id(),
                PatientFinder.id(stayed.getIdPart()).orElseThrow(),
                PatientFinder.id(gone.getIdPart()).orElseThrow(),
                "letan",
                "test",
                "cùng người");
        Patient old =
                client.read().resource(Patient.class).withId(gone.getIdPart()).execute();
        OfficialValidator.demandValid(old);
        assertThat(old.getActive()).isFalse();
        assertThat(old.getLinkFirstRep().getType()).isEqualTo(Patient.LinkType.REPLACEDBY);
        assertThat(old.getLinkFirstRep().getOther().getReferenceElement().getIdPart())
                .isEqualTo(stayed.getIdPart());
        Patient now =
                client.read().resource(Patient.class).withId(stayed.getIdPart()).execute();
        OfficialValidator.demandValid(now);
        assertThat(now.getLinkFirstRep().getType()).isEqualTo(Patient.LinkType.REPLACES);
        assertThat(found("Patient?identifier=001150000091")).containsExactly(stayed.getIdPart());
        assertThat(found("Patient?_id=" + gone.getIdPart())).containsExactly(gone.getIdPart());
        assertThat(found("Encounter?patient=" + gone.getIdPart())).containsExactly(visit);
        assertThat(found("Observation?_id=" + measured))
                .containsExactly(measured.replaceFirst("[0-9]+", stayed.getIdPart()));
        assertThat(client.create()
                        .resource(visit(gone, "LK-3"))
                        .execute()
                        .getId()
                        .getIdPart())
                .isEqualTo(visit);
        old.setActive(true);
        assertThatThrownBy(() -> client.update().resource(old).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, FhirPromises::saysSo);
    }

    @Test
    void aPatientIsChangedByWhoSawThemLast() {
        Patient seen = (Patient) enter("001150000092").getResource();
        seen.getNameFirstRep().setText("Nguyễn Thị Minh Mẫu");
        seen.addTelecom().setSystem(ContactPoint.ContactPointSystem.PHONE).setValue("0900000092");
        seen.addAddress().setText("Xã Thử");
        MethodOutcome changed = client.update()
                .resource(seen)
                .withAdditionalHeader("If-Match", "W/\"" + seen.getMeta().getVersionId() + "\"")
                .execute();
        Patient kept = (Patient) changed.getResource();
        OfficialValidator.demandValid(kept);
        assertThat(kept.getNameFirstRep().getText()).isEqualTo("Nguyễn Thị Minh Mẫu");
        assertThat(kept.getTelecomFirstRep().getValue()).isEqualTo("0900000092");
        assertThat(found("Patient?name=mau"))
                .containsExactly(kept.getIdElement().getIdPart());
        assertThatThrownBy(() -> client.update()
                        .resource(seen)
                        .withAdditionalHeader(
                                "If-Match", "W/\"" + seen.getMeta().getVersionId() + "\"")
                        .execute())
                .isInstanceOfSatisfying(PreconditionFailedException.class, FhirPromises::saysSo);
        enter("001150000093");
        for (Consumer<Patient> wrong : List.<Consumer<Patient>>of(
                it -> it.getTelecom().clear(),
                it -> it.setActive(false),
                it -> it.getIdentifier().remove(0),
                it -> it.addLink().setOther(new Reference("Patient/1")).setType(Patient.LinkType.SEEALSO),
                it -> it.getIdentifier().stream()
                        .filter(one -> one.getValue().equals("001150000092"))
                        .forEach(one -> one.setValue("001150000093")))) {
            Patient told = kept.copy();
            wrong.accept(told);
            assertThatThrownBy(() -> client.update().resource(told).execute())
                    .isInstanceOfSatisfying(UnprocessableEntityException.class, FhirPromises::saysSo);
        }
    }

    private MethodOutcome enter(String national) {
        Patient told = person(national);
        String system = Systems.of(IdentifierKind.NATIONAL, null);
        return client.create()
                .resource(told)
                .conditionalByUrl("Patient?identifier=" + system + "|" + national)
                .execute();
    }

    private static Patient person(String national) {
        Patient told = new Patient();
        told.addIdentifier()
                .setSystem(Systems.of(IdentifierKind.NATIONAL, null))
                .setValue(national);
        told.addIdentifier()
                .setSystem(Systems.of(IdentifierKind.INSURANCE, null))
                .setValue(national.substring(2));
        told.addName().setFamily("Nguyễn").addGiven("Thị").addGiven("Minh");
        told.setGender(AdministrativeGender.FEMALE);
        told.setBirthDateElement(new DateType("1950"));
        return told;
    }

    private Encounter visit(IIdType patient, String source) {
        Condition illness = new Condition();
        illness.setId("c1");
        illness.setCode(Codes.of(Systems.ICD10, "I10", "Essential hypertension").setText("Tăng huyết áp vô căn"));
        Encounter told = new Encounter();
        told.addContained(illness);
        told.addIdentifier().setSystem("urn:his").setValue(source);
        told.setStatus(Encounter.EncounterStatus.FINISHED);
        told.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", null));
        told.setSubject(new Reference("Patient/" + patient.getIdPart()));
        told.addReasonCode().setText("Đau đầu");
        told.getPeriod().setStartElement(new DateTimeType("2026-02-03T08:15:00+07:00"));
        told.addDiagnosis().setCondition(new Reference("#c1"));
        told.addLocation().getLocation().getIdentifier().setValue("TIM");
        return told;
    }

    private static Observation pressure(IIdType patient, IIdType visit) {
        Observation told = new Observation();
        told.addIdentifier().setSystem("urn:his").setValue("MAY-7");
        told.setStatus(Observation.ObservationStatus.FINAL);
        told.setCode(Codes.of(Systems.LOINC, ObservationMapper.BLOOD_PRESSURE, null));
        told.setSubject(new Reference("Patient/" + patient.getIdPart()));
        if (visit != null) {
            told.setEncounter(new Reference("Encounter/" + visit.getIdPart()));
        }
        told.setEffective(new DateTimeType("2026-02-03T08:20:00+07:00"));
        told.addComponent()
                .setCode(Codes.of(Systems.LOINC, "8480-6", null))
                .setValue(new Quantity().setValue(141).setSystem(Systems.UCUM).setCode("mm[Hg]"));
        told.addComponent()
                .setCode(Codes.of(Systems.LOINC, "8462-4", null))
                .setValue(new Quantity().setValue(85).setSystem(Systems.UCUM).setCode("mm[Hg]"));
        return told;
    }

    private static Appointment appointment(IIdType patient, Slot slot, String source) {
        Appointment told = new Appointment();
        told.addIdentifier().setSystem("urn:his").setValue(source);
        told.setStatus(Appointment.AppointmentStatus.BOOKED);
        told.addSlot().setReference("Slot/" + slot.getIdElement().getIdPart());
        told.setStart(slot.getStart()).setEnd(slot.getEnd());
        told.addParticipant()
                .setStatus(Appointment.ParticipationStatus.ACCEPTED)
                .setActor(new Reference("Patient/" + patient.getIdPart()));
        told.addParticipant()
                .setStatus(Appointment.ParticipationStatus.ACCEPTED)
                .setActor(new Reference(
                        "Location/" + slot.getSchedule().getReferenceElement().getIdPart()));
        return told;
    }

    private List<String> found(String query) {
        return client.search().byUrl(query).returnBundle(Bundle.class).execute().getEntry().stream()
                .map(it -> it.getResource().getIdElement().getIdPart())
                .toList();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static void saysSo(BaseServerResponseException refused) {
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

@OnH2
class FhirOnH2Test extends FhirPromises {}

@OnPostgres
class FhirOnPostgresTest extends FhirPromises {}
