package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.citizen.AccessDeniedException;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipRefusedException;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.citizen.ForeignDocumentException;
import vn.tiepdon.card.citizen.MalformedChipFileException;
import vn.tiepdon.card.citizen.NoChipApplicationException;
import vn.tiepdon.card.citizen.PhotoUndecodableException;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ReaderFailedException;

class ChipFaultsTest {

    private static final Map<CitizenChipException, FaultCode> OF_A_CHIP = Map.of(
            new NoChipApplicationException(), FaultCode.CARD_UNKNOWN,
            new AccessDeniedException(3), FaultCode.CHIP_KEY_WRONG,
            new ForeignDocumentException(), FaultCode.CHIP_FOREIGN,
            new MalformedChipFileException(ChipFile.DG13, ""), FaultCode.CHIP_UNREADABLE,
            new ChipAlteredException(""), FaultCode.CHIP_ALTERED,
            new ChipClonedException(""), FaultCode.CHIP_COPY_SUSPECTED,
            new AlgorithmUnsupportedException(""), FaultCode.CHIP_UNSUPPORTED,
            new PhotoUndecodableException(""), FaultCode.CHIP_UNREADABLE,
            new ChipRefusedException("", 0x6982), FaultCode.CHIP_UNREADABLE);

    @Test
    void everyWayInWhichAChipIdentifiesNobodyHasItsName() {
        assertThat(OF_A_CHIP.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CitizenChipException.class.getPermittedSubclasses());
        OF_A_CHIP.forEach((failure, fault) -> {
            assertThat(ChipFaults.of(failure)).isEqualTo(fault);
            assertThat(ChipFaults.of(new CompletionException(failure))).isEqualTo(fault);
        });
    }

    @Test
    void whatTheLineDoesIsSaidAsOfAnIdCard() {
        assertThat(ChipFaults.of(new CardMuteException(null))).isEqualTo(FaultCode.CHIP_UNREADABLE);
        assertThat(ChipFaults.of(new CardRemovedException(null))).isEqualTo(FaultCode.CARD_REMOVED);
        assertThat(ChipFaults.of(new ReaderFailedException("SCARD_E_NO_SERVICE", null)))
                .isEqualTo(FaultCode.READER_SERVICE_DOWN);
        assertThat(ChipFaults.of(new OtherPersonException())).isEqualTo(FaultCode.CHIP_OF_OTHER_PERSON);
        assertThat(ChipFaults.of(new IllegalStateException())).isEqualTo(FaultCode.CHIP_UNREADABLE);
    }

    @Test
    void theLogHearsNoMessageThatMayHoldWhatWasRead() {
        assertThat(ChipFaults.reason(new CompletionException(new IllegalStateException("001150000123"))))
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(ChipFaults.reason(new AccessDeniedException(3))).contains("3 keys");
    }
}
