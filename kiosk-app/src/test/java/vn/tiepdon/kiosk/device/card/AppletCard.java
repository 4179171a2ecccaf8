package vn.tiepdon.kiosk.device.card;

import com.licel.jcardsim.base.Simulator;
import com.licel.jcardsim.base.SimulatorRuntime;
import com.licel.jcardsim.utils.AIDUtil;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.applet.PatientCardApplet;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.card.patientcard.channel.MasterKeys;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** A personalised card of an invented person, run by jCardSim, and the server's part in what is said to it. */
final class AppletCard implements Transport {

    static final CardId ID = CardId.ofHex("FFEEDDCCBBAA99887766554433221100");

    private static final byte[] AID = HexFormat.of().parseHex("F054494550444F4E01");
    private static final byte[] SERIAL = HexFormat.of().parseHex("0102030405060708");

    private final Simulator simulator = new Simulator(new SimulatorRuntime());
    int commands;
    /** The card is pulled out at this command, counted from 0. */
    int pulledAt = Integer.MAX_VALUE;

    /** Personalised, and not yet active. */
    AppletCard() throws TransportException, PatientCardException, GeneralSecurityException {
        byte[] data = keys(CardRole.TRANSPORT, 1).installData(SERIAL);
        byte[] parameters = ByteBuffer.allocate(1 + AID.length + 2 + 1 + data.length)
                .put((byte) AID.length)
                .put(AID)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) data.length)
                .put(data)
                .array();
        simulator.installApplet(
                AIDUtil.create(AID), PatientCardApplet.class, parameters, (short) 0, (byte) parameters.length);
        personalise();
        simulator.reset();
        commands = 0;
    }

    private void personalise() throws TransportException, PatientCardException, GeneralSecurityException {
        PatientCardReader.select(this);
        CardKeys transport = keys(CardRole.TRANSPORT, 1);
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        byte[] answer = SecureChannel.request(this, transport.version(), challenge);
        PatientCardPersonaliser personaliser = new PatientCardPersonaliser(
                SecureChannel.open(this, SessionAnswer.to(transport, transport.version(), challenge, answer)));
        ECPublicKey key = personaliser.generateKey();
        for (CardRole role : List.of(CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING)) {
            CardKeys keys = keys(role, 1);
            personaliser.putKeys(keys.version(), transport.keyOrder(keys, keys.version(), SERIAL));
        }
        IdentityRecord person = new IdentityRecord(
                "01234",
                ID,
                "BN000123",
                "NGUYỄN THỊ MAI",
                PartialDate.parse("1950"),
                Sex.FEMALE,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2040, 1, 1),
                CardPublicKey.of(key),
                SigningKeyId.of((ECPublicKey) SoftCard.HOSPITAL.getPublic()));
        personaliser.storeIdentity(SignedIdentityRecord.sign(person, SoftCard.HOSPITAL.getPrivate()));
        personaliser.personalise();
    }

    @Override
    public byte[] transmit(byte[] command) throws TransportException {
        if (commands++ >= pulledAt) {
            throw new CardRemovedException(null);
        }
        return simulator.transmitCommand(command);
    }

    /** Lifted, and put back. */
    AppletCard again() {
        simulator.reset();
        pulledAt = Integer.MAX_VALUE;
        commands = 0;
        return this;
    }

    /** What the server grants to a card that has asked. */
    static CardSessionGrant grant(CardSessionRequest asked) throws PatientCardException {
        KeyVersion version = KeyVersion.ofCode(asked.cardAnswer()[10] & 0xFF);
        SessionKeys keys = SessionAnswer.to(
                keys(version.role(), version.generation()), version, asked.hostChallenge(), asked.cardAnswer());
        return new CardSessionGrant(keys.encryption(), keys.mac(), keys.responseMac(), keys.hostCryptogram());
    }

    static CardContact.CardKeyOrder keyOrder(CardRole role, int generation) {
        CardKeys newSet = keys(role, generation);
        byte[] order = keys(CardRole.ADMINISTERING, 1).keyOrder(newSet, newSet.version(), SERIAL);
        return new CardContact.CardKeyOrder(newSet.version().code(), order);
    }

    /** Signed for a card by our hospital. */
    static byte[] visit(CardId card, LocalDate day, String clinic, String diagnosis) throws GeneralSecurityException {
        VisitRecord visit = new VisitRecord(day, "01234", clinic, List.of(diagnosis), Optional.empty());
        SigningKeyId signer = SigningKeyId.of((ECPublicKey) SoftCard.HOSPITAL.getPublic());
        return SignedRecord.sign(card, visit.encode(signer), SoftCard.HOSPITAL.getPrivate());
    }

    private static CardKeys keys(CardRole role, int generation) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) (role.code() * 16 + generation));
        MasterKey master = MasterKeys.of(new SecretKeySpec(bytes, "AES"));
        return CardKeys.derive(
                master, new KeyVersion(role, generation), role == CardRole.TRANSPORT ? SERIAL : ID.bytes());
    }
}
