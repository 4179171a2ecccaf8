package vn.tiepdon.card.patientcard;

import java.util.HexFormat;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** The commands of the patient card; see docs/patient-card.md. */
final class PatientCard {

    static final int IDENTITY_FILE = 0x01;

    static final int SELECT = 0xA4;
    static final int READ_BINARY = 0xB0;
    static final int INTERNAL_AUTHENTICATE = 0x88;
    static final int GENERATE_KEY = 0xE0;
    static final int STORE_DATA = 0xE2;
    static final int ACTIVATE = 0xF0;

    private static final byte[] AID = HexFormat.of().parseHex("F054494550444F4E01");
    private static final StatusWord SELECTED_BUT_LOCKED = new StatusWord(0x6283);

    private PatientCard() {}

    static CardDirectory select(Transport card) throws TransportException, PatientCardException {
        ResponseApdu answer = card.transmit(
                CommandApdu.of(0x00, SELECT, 0x04, 0x00).withData(AID).expecting(CommandApdu.MAX_EXPECTED));
        if (answer.status().equals(SELECTED_BUT_LOCKED)) {
            throw new CardBlockedException();
        }
        if (!answer.isOk()) {
            throw new NotOurCardException(answer.status());
        }
        CardDirectory directory = CardDirectory.parse(answer.data());
        if (directory.lifecycle() == Lifecycle.BLOCKED) {
            throw new CardBlockedException();
        }
        return directory;
    }

    static byte[] exchange(Transport card, CommandApdu command) throws TransportException, UnexpectedStatusException {
        ResponseApdu answer = card.transmit(command);
        if (!answer.isOk()) {
            throw new UnexpectedStatusException(command.ins(), answer.status());
        }
        return answer.data();
    }
}
