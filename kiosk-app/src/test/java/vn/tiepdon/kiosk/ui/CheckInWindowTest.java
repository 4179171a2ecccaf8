package vn.tiepdon.kiosk.ui;

import org.junit.jupiter.api.Test;
import vn.tiepdon.kiosk.device.DeviceEvent;

class CheckInWindowTest {

    @Test
    void aCardBecomesANumberWithTwoTouches() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.card()
                    .await("screen=Confirm after=Identified")
                    .touch(Layout.PRIMARY)
                    .await("screen=ChooseClinic after=ItIsMe")
                    .touch(Layout.clinic(0, true))
                    .await("print=Printed")
                    .await("screen=TicketShown after=PrintEnded")
                    .device(new DeviceEvent.CardRemoved())
                    .touch(Layout.PRIMARY)
                    .await("screen=Goodbye after=Done")
                    .touch(Layout.PRIMARY)
                    .await("screen=Welcome after=Elsewhere");
        }
    }
}
