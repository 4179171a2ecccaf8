package vn.tiepdon.kiosk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.device.ChipRequest;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

class FlowBordersTest {

    private static final JavaClasses KIOSK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.tiepdon.kiosk");

    @Test
    void theFlowKnowsNoScreenNoDeviceAndNoServer() {
        classes()
                .that()
                .resideInAPackage("vn.tiepdon.kiosk.flow")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java.lang..", "java.util..", "java.time..")
                        .or(resideInAnyPackage("vn.tiepdon.api..", "vn.tiepdon.kiosk.flow"))
                        .or(assignableTo(DeviceEvent.class))
                        .or(assignableTo(ChipAccess.class))
                        .or(assignableTo(ChipRequest.class))
                        .or(assignableTo(CardOrder.class))
                        .or(assignableTo(CardVisit.class))
                        .or(assignableTo(PrintOutcome.class)))
                .check(KIOSK);
    }

    @Test
    void onlyTheScreensKnowJavaFx() {
        noClasses()
                .that(resideOutsideOfPackage("vn.tiepdon.kiosk.ui"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "com.sun.javafx.."))
                .check(KIOSK);
    }

    @Test
    void theScreensKnowNeitherDevicesNorServer() {
        noClasses()
                .that()
                .resideInAPackage("vn.tiepdon.kiosk.ui")
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.tiepdon.kiosk.device..", "vn.tiepdon.kiosk.client..")
                        .and(not(assignableTo(DeviceEvent.class))))
                .check(KIOSK);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("vn.tiepdon.kiosk.(*)..").should().beFreeOfCycles().check(KIOSK);
    }
}
