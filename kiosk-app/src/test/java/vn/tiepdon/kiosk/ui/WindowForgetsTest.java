package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.client.ReceptionException;
import vn.tiepdon.kiosk.device.CardTold;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

class WindowForgetsTest {

    @Test
    void nothingOfThePatientIsLeftOnAnyScreenShownOrHidden() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.card().await("screen=Confirm after=Identified");
            assertThat(Rig.fx(() -> texts(kiosk.root(), new ArrayList<>()))).contains(Samples.NAME);
            kiosk.touch(Layout.PRIMARY)
                    .await("screen=ChooseClinic after=ItIsMe")
                    .touch(Layout.SECONDARY)
                    .await("screen=History after=ShowHistory");
            assertThat(Rig.fx(() -> texts(kiosk.root(), new ArrayList<>()))).contains(Samples.DIAGNOSIS);
            kiosk.touch(Layout.PRIMARY)
                    .await("screen=ChooseClinic after=ShowClinics")
                    .touch(Layout.FIRST_CLINIC)
                    .await("screen=TicketShown after=PrintEnded")
                    .device(new DeviceEvent.CardRemoved())
                    .touch(Layout.PRIMARY)
                    .await("screen=Goodbye after=Done")
                    .key(KeyCode.ENTER)
                    .await("screen=Welcome after=Elsewhere");
            Rig.fx(() -> {
                assertThat(String.join("\n", texts(kiosk.root(), new ArrayList<>())))
                        .doesNotContain(Samples.NAME, "NGUYỄN", Samples.DIAGNOSIS, Samples.NUMBER, "Nội tim mạch");
                return null;
            });
        }
    }

    @Test
    void whatTheCardToldAndThatItIsWrittenIsLeftOnNoScreen() {
        try (Rig kiosk = new Rig().started()) {
            CardContact contact = Samples.contact(false, Samples.update(4));
            CardVisit visit = Samples.cardVisit("2025-12-20");
            kiosk.reception.identification = CompletableFuture.completedFuture(Samples.provenBy(contact));
            kiosk.talkingCard().await("screen=Confirm after=Identified");
            assertThat(kiosk.cards.order.contact()).isEqualTo(contact);
            assertThat(Rig.fx(() -> texts(kiosk.root(), new ArrayList<>())))
                    .contains("Đang ghi vào thẻ, xin để yên thẻ");
            kiosk.touch(Layout.PRIMARY)
                    .await("screen=ChooseClinic after=ItIsMe")
                    .touch(Layout.SECONDARY)
                    .await("screen=History after=ShowHistory");
            CardContactReport report = new CardContactReport(4, false, true, List.of(0x11, 0x21, 0x31), List.of());
            kiosk.cards.told.complete(new CardTold(Optional.of(report), List.of(visit), true));
            kiosk.await("card=Written").await("screen=History after=CardTold");
            assertThat(kiosk.reception.reports).containsExactly(report);
            assertThat(Rig.fx(() -> String.join("\n", texts(kiosk.root(), new ArrayList<>()))))
                    .contains("Đã ghi thẻ", "Từ thẻ", visit.clinic() + ": J44.9");
            kiosk.device(new DeviceEvent.CardRemoved())
                    .touchBar(0)
                    .await("screen=ChooseClinic after=Back")
                    .touchBar(0)
                    .await("screen=Confirm after=Back")
                    .touchBar(0)
                    .await("screen=Welcome after=Back");
            assertThat(Rig.fx(() -> String.join("\n", texts(kiosk.root(), new ArrayList<>()))))
                    .doesNotContain("Đã ghi thẻ", visit.clinic(), "J44.9", Samples.NAME);
            assertThat(kiosk.cards.order).as("the session's keys").isNull();
        }
    }

    @Test
    void theGoodbyeSaysTakeYourCardOnlyWhenItIsWritten() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.reception.identification =
                    CompletableFuture.completedFuture(Samples.provenBy(Samples.contact(false, Samples.update(4))));
            kiosk.talkingCard()
                    .await("screen=Confirm after=Identified")
                    .touch(Layout.PRIMARY)
                    .await("screen=ChooseClinic after=ItIsMe")
                    .touch(Layout.FIRST_CLINIC)
                    .await("screen=TicketShown after=PrintEnded")
                    .touch(Layout.PRIMARY)
                    .await("screen=Goodbye after=Done");
            assertThat(Rig.fx(() -> String.join("\n", texts(kiosk.root(), new ArrayList<>()))))
                    .doesNotContain("Xin nhớ lấy lại thẻ");
            kiosk.cards.told.complete(new CardTold(Optional.empty(), List.of(), true));
            kiosk.await("screen=Goodbye after=CardTold");
            assertThat(Rig.fx(() -> String.join("\n", texts(kiosk.root(), new ArrayList<>()))))
                    .contains("Xin nhớ lấy lại thẻ", "Đã ghi thẻ");
            kiosk.await("screen=TakeCard after=TimeUp");
        }
    }

    @Test
    void nothingOfAnIdCardIsLeftOnAnyScreen() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.device(new DeviceEvent.CitizenCodeScanned(Samples.citizen(), Samples.access()))
                    .await("screen=AskConsent after=CitizenCodeScanned")
                    .touch(Layout.PRIMARY)
                    .await("screen=PlaceCitizenCard after=Agree")
                    .touch(Layout.PRIMARY)
                    .device(new DeviceEvent.CardInserted(true))
                    .device(new DeviceEvent.CitizenCardFound())
                    .await("screen=ReadingChip after=CitizenCardFound");
            assertThat(kiosk.chips.agreed).isEqualTo(kiosk.chips.asked.consent());
            long question = kiosk.chips.asked.question();
            kiosk.device(new DeviceEvent.ChipProgress(question, 500, 1000))
                    .device(new DeviceEvent.ChipRead(question, Samples.chip()))
                    .await("screen=Confirm after=Identified");
            assertThat(Rig.fx(() -> texts(kiosk.root(), new ArrayList<>()))).contains(Samples.NAME);
            assertThat(kiosk.chips.asked)
                    .as("consent and reading are forgotten with the card")
                    .isNull();
            kiosk.device(new DeviceEvent.CardRemoved()).touchBar(0).await("screen=Welcome after=Back");
            assertThat(Rig.fx(() -> String.join("\n", texts(kiosk.root(), new ArrayList<>()))))
                    .doesNotContain(Samples.NAME, "NGUYỄN");
        }
    }

    @Test
    void withoutPaperTheNumberStandsOnTheScreenAndPrintsAgain() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.print =
                    CompletableFuture.completedFuture(new PrintOutcome.NotPrinted(FaultCode.PRINTER_OUT_OF_PAPER));
            kiosk.card()
                    .await("screen=Confirm after=Identified")
                    .key(KeyCode.ENTER)
                    .await("screen=ChooseClinic after=ItIsMe")
                    .key(KeyCode.DIGIT1)
                    .await("print=PRINTER_OUT_OF_PAPER")
                    .await("screen=TicketShown after=PrintEnded");
            assertThat(Rig.fx(() -> texts(kiosk.root(), new ArrayList<>()))).contains(Samples.NUMBER);
            kiosk.print = CompletableFuture.completedFuture(new PrintOutcome.Printed());
            kiosk.touch(Layout.SECONDARY).await("print=Printed").await("screen=TicketShown after=PrintEnded");
            assertThat(kiosk.printed).hasValue(2);
        }
    }

    @Test
    void aTypedNumberFindsTheRecord() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.reception.identification = CompletableFuture.completedFuture(Samples.claimed());
            kiosk.touch(Layout.PRIMARY)
                    .await("screen=TypeNumber after=TypeNumber")
                    .touch(Layout.digit(0))
                    .await("screen=TypeNumber after=Digit")
                    .key(KeyCode.DIGIT7)
                    .await("screen=TypeNumber after=Digit")
                    .touch(Layout.PRIMARY)
                    .await("screen=Confirm after=Identified");
        }
    }

    @Test
    void anUnreachableServerLeadsToThePersonAtTheDesk() {
        try (Rig kiosk = new Rig().started()) {
            kiosk.reception.identification =
                    CompletableFuture.failedFuture(new ReceptionException(FaultCode.SERVER_UNREACHABLE));
            kiosk.card().await("screen=Trouble after=NotIdentified fault=SERVER_UNREACHABLE");
            assertThat(Rig.fx(() -> String.join("\n", texts(kiosk.root(), new ArrayList<>()))))
                    .contains("quầy\u00a0số\u00a01");
            kiosk.reception.identification = CompletableFuture.completedFuture(Samples.proven());
            kiosk.touch(Layout.PRIMARY).await("screen=Confirm after=Identified");
        }
    }

    @Test
    void theSlowServerIsSpokenOfAndTheLanguageCanBeChangedMeanwhile() {
        try (Rig kiosk = new Rig().started()) {
            CompletableFuture<Identification> slow = new CompletableFuture<>();
            kiosk.reception.identification = slow;
            kiosk.card()
                    .await("screen=Identifying after=TimeUp")
                    .touchBar(1)
                    .await("screen=Identifying after=ChangeLanguage");
            assertThat(Rig.fx(() -> texts(kiosk.root(), new ArrayList<>()))).contains("Asking the hospital");
            slow.complete(Samples.proven());
            kiosk.await("screen=Confirm after=Identified").touchBar(4).await("screen=Help after=Help");
            kiosk.touchBar(0).await("screen=Confirm after=Back");
        }
    }

    private static List<String> texts(Node node, List<String> found) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node.getAccessibleText() != null) {
            found.add(node.getAccessibleText());
        }
        if (node instanceof ImageView picture && picture.getImage() != null) {
            found.add(Samples.NUMBER);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts(child, found));
        }
        return found;
    }
}
