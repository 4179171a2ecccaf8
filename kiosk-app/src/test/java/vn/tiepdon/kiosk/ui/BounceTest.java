package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.flow.Event;

/** One touch answers one question, however often the finger comes down, and wherever it was when the question came. */
class BounceTest {

    private static final Duration LONG_AFTER = Duration.ofMillis(900);

    @Test
    void aDoubleTapAfterTheLastDigitAgreesToNothing() {
        try (Rig kiosk = new Rig().started()) {
            for (int millis : new int[] {0, 50, 150, 300, 400}) {
                boolean soon = false;
                for (int tries = 0; tries < 5 && !soon; tries++) {
                    soon = doubleTapIsIgnored(kiosk, millis);
                }
                assertThat(soon).as("this machine is as quick as a finger").isTrue();
            }
        }
    }

    /** @return whether the second tap came as soon as it was meant to: a later one may agree */
    private static boolean doubleTapIsIgnored(Rig kiosk, int millis) {
        typedDigits(kiosk).look();
        long began = System.nanoTime();
        kiosk.tap(Layout.PRIMARY).pause(Duration.ofMillis(millis)).tap(Layout.PRIMARY);
        boolean soon = System.nanoTime() - began < Event.Touched.SOONEST_ANSWER.toNanos();
        kiosk.await("screen=AskConsent after=NumberDone").pause(LONG_AFTER);
        if (soon) {
            assertThat(kiosk.chips.agreed).as("after %d ms", millis).isZero();
        }
        kiosk.chips.agreed = 0;
        kiosk.device(new DeviceEvent.CardRemoved()).touchBar(0).await("screen=Welcome after=Back");
        return soon;
    }

    @Test
    void whoeverLooksAtTheQuestionCanAgree() {
        try (Rig kiosk = new Rig().started()) {
            typedDigits(kiosk)
                    .touch(Layout.PRIMARY)
                    .await("screen=AskConsent after=NumberDone")
                    .touch(Layout.PRIMARY)
                    .await("screen=ReadingChip after=Agree");
            assertThat(kiosk.chips.agreed).isPositive();
        }
    }

    @Test
    void aFingerThatRestsOnAnotherPatientsQuestionDoesNotAgreeForThisOne() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.device(new DeviceEvent.CitizenCodeScanned(Samples.citizen(), Samples.access()))
                    .await("screen=AskConsent after=CitizenCodeScanned")
                    .press(Layout.PRIMARY)
                    .device(new DeviceEvent.CitizenCodeScanned(
                            new Presentation.CitizenCode("001060000002", null, "Lê Thị Mận", "1960", Sex.FEMALE),
                            new ChipAccess.Code("001060000002", null, null)))
                    .await("screen=AskConsent after=CitizenCodeScanned")
                    .pause(LONG_AFTER)
                    .release()
                    .pause(LONG_AFTER);
            assertThat(kiosk.chips.agreed).isZero();
            kiosk.touch(Layout.PRIMARY).await("screen=PlaceCitizenCard after=Agree");
        }
    }

    @Test
    void aKeyThatIsHeldAgreesToNothing() {
        try (Rig kiosk = new Rig().started()) {
            typedDigits(kiosk).hold(KeyCode.ENTER).await("screen=AskConsent after=NumberDone");
            kiosk.pause(Duration.ofSeconds(2)).letGo(KeyCode.ENTER).pause(LONG_AFTER);
            assertThat(kiosk.chips.agreed).isZero();
            kiosk.key(KeyCode.ENTER).await("screen=ReadingChip after=Agree");
        }
    }

    private static Rig typedDigits(Rig kiosk) {
        kiosk.device(new DeviceEvent.CardInserted(true))
                .device(new DeviceEvent.CitizenCardFound())
                .await("screen=ScanCitizenCode after=CitizenCardFound")
                .touch(Layout.PRIMARY)
                .await("screen=TypeCardDigits after=TypeCardDigits");
        for (int digit = 1; digit <= 6; digit++) {
            kiosk.touch(Layout.digit(digit)).await("screen=TypeCardDigits after=Digit");
        }
        return kiosk;
    }
}
