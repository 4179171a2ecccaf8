package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.citizen.KeyCandidates;

class CitizenTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void theMachineReadableZoneIsLaidOutAsOnVietnameseCards() {
        assertThat(ZoneText.of(sampleUntil(LocalDate.of(2030, 1, 15))))
                .isEqualTo("IDVNM1900001230001190000123<<1"
                        + "9001158F3001156VNM<<<<<<<<<<<4"
                        + "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<");
    }

    @Test
    void aCardExpiresAtTheNextMilestoneUnlessItIsNear() {
        assertThat(born("1990-01-15").expires()).contains(LocalDate.of(2030, 1, 15));
        assertThat(born("1983-06-01").expires()).contains(LocalDate.of(2043, 6, 1));
        assertThat(born("1960-06-01").expires()).isEmpty();
        assertThat(born("2018-06-01").expires()).contains(LocalDate.of(2032, 6, 1));
    }

    @Test
    void aCardThatHasRunOutWasRenewed() {
        Citizen citizen = born("1984-06-01");
        assertThat(citizen.issued()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(citizen.expires()).contains(LocalDate.of(2044, 6, 1));
    }

    @Test
    void aChildGetsItsCardAfterItsBirth() {
        assertThat(born("2025-03-10").issued()).isEqualTo(LocalDate.of(2025, 4, 10));
    }

    @Test
    void ofAPatientWhoseDayOfBirthIsUnknownTheFirstIsTaken() {
        assertThat(born("1950").birthDate()).isEqualTo(LocalDate.of(1950, 1, 1));
        assertThat(born("1950-07").birthDate()).isEqualTo(LocalDate.of(1950, 7, 1));
    }

    @Test
    void theCardsKeysAreAmongThoseThatItsFrontSuggests() {
        for (int age = 1; age < 100; age++) {
            Citizen citizen = born(LocalDate.of(2026, 3, 10).minusYears(age).toString());
            assertThat(KeyCandidates.of(
                            citizen.nationalNumber(), citizen.birthDate(), Optional.of(citizen.issued()), TODAY))
                    .as("age " + age)
                    .contains(citizen.can(), citizen.mrz());
        }
    }

    @Test
    void aCitizenWithoutANumberHasNoCard() {
        assertThatThrownBy(() -> Citizen.of(patient("1990-01-15", null), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Citizen.of(patient("1990-01-15", ""), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noNameIsWrittenByAccident() {
        assertThat(Citizen.sample()).hasToString("Citizen[…]");
    }

    private static Citizen sampleUntil(LocalDate expiry) {
        Citizen sample = Citizen.sample();
        assertThat(sample.expires()).contains(expiry);
        return sample;
    }

    private static Citizen born(String date) {
        return Citizen.of(patient(date, "001190000123"), TODAY);
    }

    private static PatientEntry patient(String birth, String number) {
        return new PatientEntry("BN000123", "Nguyễn Thị Mẫu", birth, Sex.FEMALE, number, "DN4010190000123", List.of());
    }
}
