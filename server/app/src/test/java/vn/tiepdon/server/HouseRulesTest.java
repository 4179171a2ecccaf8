package vn.tiepdon.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.citizen.trust.CscaTool;
import vn.tiepdon.server.synthetic.ProvinceCommand;

class HouseRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.tiepdon");

    @Test
    void nobodyAsksTheMachineWhatTimeOrZoneItIs() {
        noClasses()
                .that()
                .resideInAPackage("vn.tiepdon.server..")
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalTime.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .because("the business day belongs to the hospital's zone, and tests set the clock")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsOrInjectsIntoFields() {
        // A command's words to whoever called it.
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                CLASSES.that(not(equivalentTo(CscaTool.class)).and(not(equivalentTo(ProvinceCommand.class)))));
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    @Test
    void theContractAndTheCardsKnowNobody() {
        noClasses()
                .that(resideInAnyPackage("vn.tiepdon.api..", "vn.tiepdon.card.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.tiepdon.server..", "org.springframework.."))
                .check(CLASSES);
        noClasses()
                .that(resideInAnyPackage("vn.tiepdon.api.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.tiepdon.card.."))
                .check(CLASSES);
        noClasses()
                .that(resideInAnyPackage("vn.tiepdon.card.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.tiepdon.api.."))
                .check(CLASSES);
    }

    @Test
    void theServerKnowsNeitherKioskNorSimulators() {
        noClasses()
                .that()
                .resideInAPackage("vn.tiepdon.server..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.tiepdon.kiosk..", "vn.tiepdon.simulator.."))
                .check(CLASSES);
    }

    @Test
    void theRoomsOfTheQueueDoNotKnowEachOtherInCircles() {
        JavaClasses queue = CLASSES.that(resideInAPackage("vn.tiepdon.server.queue.."));
        assertThat(queue).isNotEmpty();
        slices().matching("vn.tiepdon.server.(**)").should().beFreeOfCycles().check(queue);
    }

    /** A hospital that speaks neither pays nothing for it. */
    @Test
    void nothingThatIsMadeAtStartNamesTheLibrariesOfFhirAndHl7() {
        noClasses()
                .that()
                .areAnnotatedWith(Component.class)
                .or()
                .areAnnotatedWith(Configuration.class)
                .or()
                .areAssignableTo("vn.tiepdon.server.exchange.fhir.FhirDoor")
                .or()
                .areAssignableTo("vn.tiepdon.server.exchange.fhir.Chart")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn..", "org.hl7..")
                .because(
                        "Spring looks at the methods of its beans, and with them the classes that they name are loaded")
                .check(CLASSES);
    }
}
