package vn.tiepdon.applet;

import com.licel.jcardsim.base.Simulator;
import com.licel.jcardsim.base.SimulatorRuntime;
import com.licel.jcardsim.utils.AIDUtil;
import java.util.HexFormat;
import javacard.framework.AID;
import vn.tiepdon.card.transport.Transport;

/** The applet in jCardSim, as a transport. */
final class SimulatedCard implements Transport {

    private static final byte[] AID_BYTES = HexFormat.of().parseHex("F054494550444F4E01");

    /** A runtime of its own: jCardSim's default one is shared by every card of the JVM. */
    private final Simulator simulator = new Simulator(new SimulatorRuntime());

    SimulatedCard() {
        AID aid = AIDUtil.create(AID_BYTES);
        byte[] parameters = new byte[1 + AID_BYTES.length];
        parameters[0] = (byte) AID_BYTES.length;
        System.arraycopy(AID_BYTES, 0, parameters, 1, AID_BYTES.length);
        simulator.installApplet(aid, PatientCardApplet.class, parameters, (short) 0, (byte) parameters.length);
    }

    void pullAndPutBack() {
        simulator.reset();
    }

    @Override
    public byte[] transmit(byte[] commandApdu) {
        return simulator.transmitCommand(commandApdu);
    }
}
