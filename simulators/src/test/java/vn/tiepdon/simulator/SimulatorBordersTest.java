package vn.tiepdon.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who judges the product from outside must not know its inside. */
class SimulatorBordersTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.tiepdon.simulator");

    @Test
    void noneKnowsTheInsideOfServerOrKiosk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.tiepdon.server..", "vn.tiepdon.kiosk..")
                .check(OURS);
    }

    @Test
    void theHarnessKnowsNobodyWhoStandsOnIt() {
        noClasses()
                .that()
                .resideInAPackage("vn.tiepdon.simulator.harness..")
                .should()
                .dependOnClassesThat(describe(
                        "belong to other parts of the simulators",
                        other -> other.getPackageName().startsWith("vn.tiepdon.simulator")
                                && !other.getPackageName().equals("vn.tiepdon.simulator.harness")))
                .check(OURS);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("vn.tiepdon.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }
}
