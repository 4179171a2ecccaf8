package vn.tiepdon.server.exchange.fhir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** A hospital that speaks no FHIR pays nothing for it. */
class LoadedLastTest {

    @Test
    void nothingThatIsMadeAtStartNamesTheLibrary() {
        noClasses()
                .that()
                .areAnnotatedWith(Component.class)
                .or()
                .areAnnotatedWith(Configuration.class)
                .or()
                .areAssignableTo(FhirDoor.class)
                .or()
                .areAssignableTo(Chart.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn..", "org.hl7..")
                .because(
                        "Spring looks at the methods of its beans, and with them the classes that they name are loaded")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("vn.tiepdon.server"));
    }
}
