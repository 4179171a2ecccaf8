package vn.tiepdon.simulator.card;

import com.licel.jcardsim.base.Simulator;
import com.licel.jcardsim.base.SimulatorRuntime;
import com.licel.jcardsim.utils.AIDUtil;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import vn.tiepdon.applet.PatientCardApplet;
import vn.tiepdon.card.patientcard.CardSerial;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** A patient card: the applet's own code, run by jCardSim. */
public final class VirtualPatientCard implements VirtualCard {

    /** T=1, historical bytes TIEPDON. */
    private static final byte[] ATR = HexFormat.of().parseHex("3B87800154494550444F4E4B");

    private static final byte[] AID = HexFormat.of().parseHex("F054494550444F4E01");

    private static final SecureRandom RANDOM = new SecureRandom();

    static {
        // Unless told so, jCardSim never seeds a card's random data: every card would make the same challenges.
        System.setProperty("com.licel.jcardsim.randomdata.secure", "1");
    }

    /** A runtime of its own: jCardSim's default one is shared by every card of the JVM. */
    private final Simulator simulator = new Simulator(new SimulatorRuntime());

    private VirtualPatientCard(byte[] installData) {
        // What a card's manager hands over, each with its length: instance AID, control information, the applet's data.
        byte[] parameters = ByteBuffer.allocate(1 + AID.length + 2 + 1 + installData.length)
                .put((byte) AID.length)
                .put(AID)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) installData.length)
                .put(installData)
                .array();
        simulator.installApplet(
                AIDUtil.create(AID), PatientCardApplet.class, parameters, (short) 0, (byte) parameters.length);
    }

    /** A blank card that nobody knows, with a serial of its own. */
    public static VirtualPatientCard blank() {
        CardSerial serial = newSerial();
        return blank(serial, InventedKeys.transport(serial));
    }

    /** @param transport the keys of this serial; who holds them can personalise the card */
    public static VirtualPatientCard blank(CardSerial serial, CardKeys transport) {
        return new VirtualPatientCard(transport.installData(serial.bytes()));
    }

    /**
     * A blank card as whoever loads the applet makes it.
     *
     * @param installParameters tag C9 with its length, serial and transport keys, as hex; see docs/patient-card.md
     */
    public static VirtualPatientCard loaded(String installParameters) {
        byte[] parameters = HexFormat.of().parseHex(installParameters);
        if (parameters.length < 2 || (parameters[0] & 0xFF) != 0xC9 || parameters[1] != parameters.length - 2) {
            throw new IllegalArgumentException("install parameters begin with C9 and their length");
        }
        return new VirtualPatientCard(Arrays.copyOfRange(parameters, 2, parameters.length));
    }

    /**
     * A card that went through the host's own personalisation, with {@link InventedKeys}.
     *
     * @param issuer gives the signed identity record for the key that the card made
     */
    public static VirtualPatientCard personalised(Function<ECPublicKey, byte[]> issuer)
            throws TransportException, PatientCardException {
        CardSerial serial = newSerial();
        CardKeys transport = InventedKeys.transport(serial);
        VirtualPatientCard card = blank(serial, transport);
        PatientCardReader.select(card.transport());
        PatientCardPersonaliser personaliser =
                new PatientCardPersonaliser(InventedKeys.open(card.transport(), transport));
        SignedIdentityRecord identity = SignedIdentityRecord.parse(issuer.apply(personaliser.generateKey()));
        for (CardRole role : List.of(CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING)) {
            CardKeys keys = InventedKeys.of(role, identity.claimed().cardId());
            personaliser.putKeys(keys.version(), transport.keyOrder(keys, keys.version(), serial.bytes()));
        }
        personaliser.storeIdentity(identity);
        personaliser.personalise();
        personaliser.activate();
        card.reset();
        return card;
    }

    private static CardSerial newSerial() {
        byte[] serial = new byte[CardSerial.LENGTH];
        RANDOM.nextBytes(serial);
        return new CardSerial(serial);
    }

    /** The card without any reader between. */
    public Transport transport() {
        return this::transmit;
    }

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    @Override
    public synchronized byte[] transmit(byte[] commandApdu) {
        return simulator.transmitCommand(commandApdu);
    }

    @Override
    public synchronized void reset() {
        simulator.reset();
    }
}
