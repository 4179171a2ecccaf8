package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.flow.Language;

class ListenTest {

    private static final int LISTEN = 2;

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWayWithAnIdCardCanBeHeardFromScreenToScreen(Language language) throws InterruptedException {
        try (Rig kiosk = new Rig().started()) {
            if (language == Language.EN) {
                kiosk.touchBar(1).await("screen=Welcome after=ChangeLanguage");
            }
            kiosk.device(new DeviceEvent.CardInserted(true))
                    .device(new DeviceEvent.CitizenCardFound())
                    .await("screen=ScanCitizenCode after=CitizenCardFound");
            hear(kiosk, "ScanCitizenCode", language);
            kiosk.touch(Layout.PRIMARY).await("screen=TypeCardDigits after=TypeCardDigits");
            hear(kiosk, "TypeCardDigits", language);
            kiosk.device(new DeviceEvent.CardRemoved())
                    .device(new DeviceEvent.CitizenCodeScanned(Samples.citizen(), Samples.access()))
                    .await("screen=AskConsent after=CitizenCodeScanned");
            hear(kiosk, "AskConsent", language);
            kiosk.touch(Layout.PRIMARY).await("screen=PlaceCitizenCard after=Agree");
            hear(kiosk, "PlaceCitizenCard", language);
            kiosk.device(new DeviceEvent.CardInserted(true))
                    .device(new DeviceEvent.CitizenCardFound())
                    .await("screen=ReadingChip after=CitizenCardFound");
            hear(kiosk, "ReadingChip", language);
        }
    }

    private static void hear(Rig kiosk, String screen, Language language) throws InterruptedException {
        kiosk.touchBar(LISTEN).await("screen=%s after=Listen".formatted(screen));
        assertThat(kiosk.speaker.spoken.poll(5, TimeUnit.SECONDS)).isEqualTo(screen + " " + language);
    }
}
