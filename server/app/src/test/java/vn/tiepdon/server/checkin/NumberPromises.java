package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckIn.Outcome;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

/** Numbers under many hands at once. */
abstract class NumberPromises {

    private static final int KIOSKS = 12;
    private static final int EACH = 8;
    private static final List<String> CLINICS = List.of("TIM", "PHOI", "MAT");

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;

    @BeforeEach
    void aHospital() {
        hospital = hospitals.open();
        for (String code : CLINICS) {
            hospital.room(hospital.clinic(code, 1_000), code);
        }
    }

    private String newcomer(int number) {
        String national = "0011500%05d".formatted(number);
        hospital.identifier(hospital.patient("Lê Văn Tư", "1960", Sex.MALE), IdentifierKind.NATIONAL, national);
        return national;
    }

    private KioskClient kiosk() {
        return new KioskClient(port, hospital.kiosk().token());
    }

    @Test
    void manyKiosksAndClinicsGetUniqueNumbersWithoutGapsAndEventsWithoutHoles() throws Exception {
        List<String> people =
                IntStream.range(0, KIOSKS * EACH).mapToObj(this::newcomer).toList();
        List<Callable<List<CheckIn>>> kiosks = new ArrayList<>();
        for (int k = 0; k < KIOSKS; k++) {
            int first = k * EACH;
            KioskClient kiosk = kiosk();
            kiosks.add(() -> IntStream.range(first, first + EACH)
                    .mapToObj(i -> kiosk.checkIn(UUID.randomUUID(), people.get(i), CLINICS.get(i % CLINICS.size())))
                    .toList());
        }
        Map<String, List<Integer>> numbers = Together.run(kiosks).stream()
                .flatMap(List::stream)
                .map(CheckIn::ticket)
                .collect(Collectors.groupingBy(
                        ticket -> ticket.clinicCode(),
                        Collectors.mapping(ticket -> ticket.number(), Collectors.toList())));
        for (String clinic : CLINICS) {
            assertThat(numbers.get(clinic))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, KIOSKS * EACH / CLINICS.size())
                            .boxed()
                            .toList());
        }
        assertThat(eventSequence())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, KIOSKS * EACH).boxed().toList());
        assertThat(jdbc.sql("select count(distinct ticket_id) from event where facility_id = ?")
                        .param(hospital.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(KIOSKS * EACH);
    }

    @Test
    void onePatientAtManyKiosksAtTheSameInstantGetsOneNumber() throws Exception {
        for (int round = 0; round < 5; round++) {
            String patient = newcomer(round);
            List<Callable<CheckIn>> kiosks = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                KioskClient kiosk = kiosk();
                UUID who = kiosk.identify(new Presentation.TypedNumber(patient)).id();
                kiosks.add(() -> kiosk.checkInAs(UUID.randomUUID(), who, "TIM"));
            }
            List<CheckIn> answers = Together.run(kiosks);
            assertThat(answers.stream().map(it -> it.ticket().id()).distinct()).hasSize(1);
            assertThat(answers).extracting(CheckIn::outcome).containsOnlyOnce(Outcome.ISSUED);
            assertThat(answers.get(0).ticket().number()).isEqualTo(round + 1);
        }
    }

    @Test
    void theSameIdSentManyTimesAtOnceGetsTheSameBytes() throws Exception {
        KioskClient kiosk = kiosk();
        for (int round = 0; round < 5; round++) {
            UUID id = UUID.randomUUID();
            UUID who = kiosk.identify(new Presentation.TypedNumber(newcomer(round)))
                    .id();
            Callable<String> send = () -> new String(kiosk.checkInBytes(id, who, "TIM"), StandardCharsets.UTF_8);
            assertThat(Set.copyOf(Together.run(List.of(send, send, send, send))))
                    .hasSize(1);
        }
        assertThat(lastNumber("TIM")).isEqualTo(5);
    }

    @Test
    void theSameIdForTwoClinicsAtOnceIsOneNumberAndOneRefusal() throws Exception {
        KioskClient kiosk = kiosk();
        for (int round = 0; round < 5; round++) {
            UUID id = UUID.randomUUID();
            UUID who = kiosk.identify(new Presentation.TypedNumber(newcomer(round)))
                    .id();
            List<Integer> statuses =
                    Together.run(List.of(() -> kiosk.put(id, who, "TIM").statusCode(), () -> kiosk.put(id, who, "PHOI")
                            .statusCode()));
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(lastNumber("TIM") + lastNumber("PHOI")).isEqualTo(5);
    }

    @Test
    void aQuotaIsNeverExceededHoweverManyTry() throws Exception {
        hospital.clinic("IT", 3);
        List<Callable<String>> kiosks = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            KioskClient kiosk = kiosk();
            UUID who = kiosk.identify(new Presentation.TypedNumber(newcomer(k))).id();
            kiosks.add(() -> {
                HttpResponse<byte[]> response = kiosk.put(UUID.randomUUID(), who, "IT");
                return response.statusCode() == 200
                        ? "number"
                        : KioskClient.refused(response).name();
            });
        }
        Map<String, Long> results =
                Together.run(kiosks).stream().collect(Collectors.groupingBy(result -> result, Collectors.counting()));
        assertThat(results).isEqualTo(Map.of("number", 3L, FaultCode.CLINIC_FULL.name(), 7L));
        assertThat(lastNumber("IT")).isEqualTo(3);
    }

    @Test
    void aTransactionThatFailsAtItsLastStepLeavesNoGap() {
        KioskClient kiosk = kiosk();
        assertThat(kiosk.checkIn(UUID.randomUUID(), newcomer(1), "TIM").ticket().number())
                .isEqualTo(1);
        // The next event's place is taken: everything before it in the transaction has to go.
        jdbc.sql("insert into event (facility_id, seq, kind, payload, at) values (?, 2, 'x', '{}', current_timestamp)")
                .param(hospital.id().value())
                .update();
        UUID who = kiosk.identify(new Presentation.TypedNumber(newcomer(2))).id();
        UUID id = UUID.randomUUID();
        assertThat(kiosk.put(id, who, "TIM").statusCode()).isEqualTo(500);
        assertThat(lastNumber("TIM")).isEqualTo(1);
        jdbc.sql("delete from event where facility_id = ? and seq = 2")
                .param(hospital.id().value())
                .update();
        assertThat(kiosk.checkInAs(id, who, "TIM").ticket().number()).isEqualTo(2);
        assertThat(eventSequence()).containsExactly(1, 2);
    }

    private List<Integer> eventSequence() {
        return jdbc.sql("select seq from event where facility_id = ? order by seq")
                .param(hospital.id().value())
                .query(Integer.class)
                .list();
    }

    private int lastNumber(String clinic) {
        return jdbc.sql("""
                        select coalesce(max(k.last_number), 0) from ticket_counter k
                        join clinic c on c.facility_id = k.facility_id and c.clinic_id = k.clinic_id
                        where k.facility_id = ? and c.code = ?""")
                .params(List.of(hospital.id().value(), clinic))
                .query(Integer.class)
                .single();
    }
}

@OnH2
class NumberOnH2Test extends NumberPromises {}

@OnPostgres
class NumberOnPostgresTest extends NumberPromises {}
