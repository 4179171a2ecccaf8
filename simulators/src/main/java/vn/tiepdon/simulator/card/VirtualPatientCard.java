package vn.tiepdon.simulator.card;

import com.licel.jcardsim.base.Simulator;
import com.licel.jcardsim.base.SimulatorRuntime;
import com.licel.jcardsim.utils.AIDUtil;
import java.security.interfaces.ECPublicKey;
import java.util.HexFormat;
import java.util.function.Function;
import vn.tiepdon.applet.PatientCardApplet;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** A patient card: the applet's own code, run by jCardSim. */
public final class VirtualPatientCard implements VirtualCard {

    /** T=1, historical bytes TIEPDON. */
    private static final byte[] ATR = HexFormat.of().parseHex("3B87800154494550444F4E4B");

    private static final byte[] AID = HexFormat.of().parseHex("F054494550444F4E01");

    /** A runtime of its own: jCardSim's default one is shared by every card of the JVM. */
    private final Simulator simulator = new Simulator(new SimulatorRuntime());

    private VirtualPatientCard() {
        byte[] parameters = new byte[1 + AID.length];
        parameters[0] = (byte) AID.length;
        System.arraycopy(AID, 0, parameters, 1, AID.length);
        simulator.installApplet(
                AIDUtil.create(AID), PatientCardApplet.class, parameters, (short) 0, (byte) parameters.length);
    }

    public static VirtualPatientCard blank() {
        return new VirtualPatientCard();
    }

    /**
     * A card that went through the host's own personalisation.
     *
     * @param issuer gives the signed identity record for the key that the card made: the hospital's server, or a test's key
     */
    public static VirtualPatientCard personalised(Function<ECPublicKey, byte[]> issuer)
            throws TransportException, PatientCardException {
        VirtualPatientCard card = blank();
        PatientCardPersonaliser personaliser = new PatientCardPersonaliser(card.transport());
        personaliser.storeIdentity(SignedIdentityRecord.parse(issuer.apply(personaliser.generateKey())));
        personaliser.personalise();
        personaliser.activate();
        card.reset();
        return card;
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
