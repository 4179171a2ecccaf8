package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.DeviceEvent;

class CheckInWindowTest {

    /** Its place in the bottom bar. */
    private static final int HELP = 4;

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

    @Test
    void whoeverAsksForSomebodyIsAnnouncedAtTheDesk() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.card().await("screen=Confirm after=Identified").touchBar(HELP).await("screen=Help after=Help");
            assertThat(kiosk.reception.handedOver)
                    .singleElement()
                    .satisfies(told -> assertThat(told.step()).isEqualTo(Handover.Step.IDENTIFIED))
                    .satisfies(told -> assertThat(told.fault()).isNull());
        }
    }

    @Test
    void aWaitThatLastsIsShownAndOneOnTheOtherFollowsAtOnce() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.reception.identification = new CompletableFuture<>();
            kiosk.device(new DeviceEvent.CardInserted(true)).await("screen=Reading after=CardInserted");
            kiosk.device(new DeviceEvent.CardRead(Samples.card())).await("screen=Identifying after=CardRead");
            kiosk.reception.identification.complete(Samples.proven());
            kiosk.await("screen=Confirm after=Identified");
        }
    }
}
