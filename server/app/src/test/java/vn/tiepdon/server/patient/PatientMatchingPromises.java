package vn.tiepdon.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class PatientMatchingPromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PatientMatching matching;

    TestHospital hospital;
    PatientId minh;

    @BeforeEach
    void aHospitalWithOnePatient() {
        hospital = hospitals.open();
        minh = hospital.patient("Nguyễn Thị Hoà Minh", "1950", Sex.FEMALE);
        hospital.identifier(minh, IdentifierKind.NATIONAL, "001150000123");
        hospital.identifier(minh, IdentifierKind.OLD_NATIONAL, "012345678");
        hospital.identifier(minh, IdentifierKind.INSURANCE, "0190000123");
        hospital.identifier(minh, IdentifierKind.HOSPITAL, "BN000001");
        hospital.pastIdentifier(minh, IdentifierKind.NATIONAL, "001150999999");
    }

    @Test
    void aCitizenCodeFindsItsPatientWhateverTheSpellingOfMarksCaseAndSpaces() {
        assertThat(citizen("001150000123", "", "NGUYEN  THI HÒA  MINH ", "1950-03-02"))
                .isEqualTo(minh);
        assertThat(citizen("001150000123", "012345678", "nguyễn thị hoà minh", "1950"))
                .isEqualTo(minh);
    }

    @Test
    void anOldNumberFindsAPatientWhoseNewNumberIsNotKnownYet() {
        assertThat(citizen("001150777777", "012345678", "Nguyễn Thị Hòa Minh", "1950"))
                .isEqualTo(minh);
    }

    @Test
    void anotherNameOrBirthDateIsAMismatch() {
        assertThat(citizen("001150000123", "", "Trần Thị Hòa Minh", "1950")).isEqualTo(FaultCode.IDENTITY_MISMATCH);
        assertThat(citizen("001150000123", "", "Nguyễn Thị Hòa Minh", "1951-03-02"))
                .isEqualTo(FaultCode.IDENTITY_MISMATCH);
        assertThat(citizen("001150000123", "", "Nguyễn Thị Hòa Minh", "rác")).isEqualTo(FaultCode.IDENTITY_MISMATCH);
    }

    @Test
    void aCancelledNumberFindsNobody() {
        assertThat(citizen("001150999999", "", "Nguyễn Thị Hòa Minh", "1950")).isEqualTo(FaultCode.PATIENT_UNKNOWN);
    }

    @Test
    void aCodeThatNamesTwoPatientsIsAmbiguous() {
        PatientId other = hospital.patient("Nguyễn Thị Hòa Minh", "1950", Sex.FEMALE);
        hospital.identifier(other, IdentifierKind.OLD_NATIONAL, "087654321");
        assertThat(citizen("001150000123", "087654321", "Nguyễn Thị Hòa Minh", "1950"))
                .isEqualTo(FaultCode.PATIENT_AMBIGUOUS);
    }

    @Test
    void anInsuranceCodeFindsItsPatientByCardNumberOrByItsLastTenDigits() {
        for (String number : new String[] {"0190000123", "DN4010190000123", "dn401 0190000123"}) {
            assertThat(unwrap(matching.match(
                            hospital.id(),
                            new Presentation.InsuranceCode(number, "Nguyễn Thị Hòa Minh", "1950", Sex.FEMALE))))
                    .isEqualTo(minh);
        }
    }

    @Test
    void aTypedNumberIsToldApartByItsShape() {
        for (String number : new String[] {"001150000123", "012345678", "0190000123", "DN4010190000123", "bn 000001"}) {
            assertThat(typed(number)).as(number).isEqualTo(minh);
        }
        assertThat(typed("001150000124")).isEqualTo(FaultCode.PATIENT_UNKNOWN);
        for (String nonsense : new String[] {"", "1", "12345678901", "'; drop table patient; --", "9".repeat(10_000)}) {
            assertThat(typed(nonsense)).isEqualTo(FaultCode.NUMBER_INVALID);
        }
        assertThat(typed(null)).isEqualTo(FaultCode.NUMBER_INVALID);
    }

    @Test
    void aPatientOfAnotherHospitalIsNobodyHere() {
        TestHospital other = hospitals.open();
        assertThat(unwrap(matching.match(other.id(), new Presentation.TypedNumber("001150000123"))))
                .isEqualTo(FaultCode.PATIENT_UNKNOWN);
    }

    private Object citizen(String number, String old, String name, String birth) {
        return unwrap(
                matching.match(hospital.id(), new Presentation.CitizenCode(number, old, name, birth, Sex.FEMALE)));
    }

    private Object typed(String number) {
        return unwrap(matching.match(hospital.id(), new Presentation.TypedNumber(number)));
    }

    private static Object unwrap(Match match) {
        return match instanceof Match.Found found ? found.patient().id() : ((Match.Refused) match).code();
    }
}

@OnH2
class PatientMatchingOnH2Test extends PatientMatchingPromises {}

@OnPostgres
class PatientMatchingOnPostgresTest extends PatientMatchingPromises {}
