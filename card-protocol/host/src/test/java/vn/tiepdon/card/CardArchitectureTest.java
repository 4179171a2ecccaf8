package vn.tiepdon.card;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CardArchitectureTest {

    private static final JavaClasses CARD = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.tiepdon.card");

    @Test
    void theCardProtocolKnowsNobody() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "vn.tiepdon.card..",
                        "java..",
                        "javax.smartcardio",
                        "jnasmartcardio",
                        "org.slf4j",
                        "org.bouncycastle..",
                        "org.jmrtd..",
                        "net.sf.scuba..",
                        "javax.security.auth..",
                        "javax.crypto..",
                        "javax.imageio..",
                        "com.github.jaiimageio..")
                .check(CARD);
    }

    @Test
    void onlyTheCitizensCardAndSecureMessagingNeedMoreThanTheJdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.tiepdon.card.citizen..", "vn.tiepdon.card.patientcard.channel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..", "org.jmrtd..", "net.sf.scuba..", "com.github.jaiimageio..")
                .check(CARD);
    }

    @Test
    void onlyTheReadersKnowAReader() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.tiepdon.card.reader")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.smartcardio", "jnasmartcardio", "vn.tiepdon.card.reader")
                .check(CARD);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("vn.tiepdon.card.(*)..").should().beFreeOfCycles().check(CARD);
    }
}
