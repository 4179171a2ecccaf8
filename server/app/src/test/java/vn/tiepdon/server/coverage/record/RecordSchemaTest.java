package vn.tiepdon.server.coverage.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.FirstCharge;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.lookup.CheckedCard;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientId;

/** Records of invented visits against the rules and against a schema, both written from the published table. */
class RecordSchemaTest {

    private static final long SEED = 4750;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant ARRIVED = Instant.parse("2026-11-22T00:15:00Z");
    private static final String[] NAMES = {"Nguyễn Thị Mẫu", "Trần Văn Đức", "Phạm Quốc Ấn", "Ưng Hoàng <&> \"Ánh\""};
    private static final Facility HOSPITAL = new Facility(
            new FacilityId(1),
            "36999",
            new Text("Bệnh viện Thử", "Test hospital"),
            new Text("quầy số 1", "desk 1"),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            LocalTime.of(3, 0));

    private final TestCertificate certificate = TestCertificate.rsa();
    private final RecordSigner signer = new RecordSigner(any -> Optional.of(certificate.key()));
    private final Schema schema = schema();

    @Test
    void theRecordsOfFiveHundredInventedVisitsPassRulesAndSchema() throws Exception {
        Random random = new Random(SEED);
        for (int visit = 0; visit < 500; visit++) {
            CheckInRecord record = record(random, visit);
            assertThat(RecordRules.faults(record))
                    .as("seed %d, visit %d", SEED, visit)
                    .isEmpty();
            validate(signer.signed(HOSPITAL.id(), record));
        }
    }

    @Test
    void theSchemaSeesWhatIsMissingOrTooLong() {
        CheckInRecord good = RecordRulesTest.good();
        for (RecordField field : RecordField.values()) {
            if (field.must()) {
                refused(good.with(field, ""), field);
            }
            if (field != RecordField.LY_DO_VNT && field != RecordField.DU_PHONG) {
                refused(good.with(field, "1".repeat(field.longest() + 1)), field);
            }
        }
    }

    private void refused(CheckInRecord record, RecordField field) {
        assertThatThrownBy(() -> validate(RecordXml.bytes(RecordXml.document(record))))
                .as(field.name())
                .isInstanceOf(SAXException.class)
                .hasMessageContaining(field.name());
    }

    private void validate(byte[] file) throws Exception {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
    }

    private static CheckInRecord record(Random random, int number) {
        boolean insured = random.nextInt(4) > 0;
        List<Identifier> numbers = new ArrayList<>();
        if (random.nextBoolean()) {
            numbers.add(new Identifier(
                    IdentifierKind.NATIONAL, "0011900%05d".formatted(number), DAY, Optional.empty(), true));
        }
        String birth =
                switch (random.nextInt(3)) {
                    case 0 -> "%d".formatted(1930 + random.nextInt(90));
                    case 1 -> "%d-%02d".formatted(1930 + random.nextInt(90), 1 + random.nextInt(12));
                    default ->
                        "%d-%02d-%02d"
                                .formatted(1930 + random.nextInt(90), 1 + random.nextInt(12), 1 + random.nextInt(28));
                };
        Patient patient = new Patient(
                new PatientId(number + 1),
                NAMES[random.nextInt(NAMES.length)],
                new BirthDate(birth),
                Sex.values()[random.nextInt(Sex.values().length)],
                "BN%06d".formatted(number));
        ChargeableItem.Kind kind = ChargeableItem.Kind.values()[random.nextInt(3)];
        FirstCharge charge = new FirstCharge(
                HOSPITAL.id(),
                patient.id(),
                DAY,
                random.nextBoolean() ? Optional.of("HIS/" + number) : Optional.empty(),
                insured ? Optional.empty() : Optional.of("9"),
                random.nextBoolean() ? Optional.of("05") : Optional.empty(),
                new ChargeableItem(kind, "02." + random.nextInt(5000), "Khám <chuyên khoa> & tư vấn"),
                ARRIVED.plus(random.nextInt(600), ChronoUnit.MINUTES),
                ARRIVED.plus(600 + random.nextInt(100), ChronoUnit.MINUTES),
                "test");
        CheckedCard card = insured
                ? new CheckedCard(
                        Optional.of(new InsuredCard(
                                new InsuranceNumber("DN4360190%06d".formatted(number)),
                                DAY.minusDays(random.nextInt(300)),
                                random.nextBoolean()
                                        ? Optional.of(DAY.plusDays(random.nextInt(300)))
                                        : Optional.empty(),
                                FacilityCode.parse("36999"),
                                Optional.empty())),
                        false)
                : new CheckedCard(Optional.empty(), true);
        return RecordContent.of(
                charge,
                new PatientDetails(patient, numbers, Optional.empty(), Optional.empty(), ARRIVED, 1),
                HOSPITAL,
                HOSPITAL.code(),
                charge.visitId().orElse("TIEPDON-" + number),
                card);
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(RecordSchemaTest.class.getResource("check-in.xsd"));
        } catch (SAXException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
