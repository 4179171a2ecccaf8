package vn.tiepdon.applet;

import com.licel.jcardsim.base.Simulator;
import com.licel.jcardsim.base.SimulatorRuntime;
import com.licel.jcardsim.utils.AIDUtil;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import javacard.framework.AID;
import javacard.framework.Applet;
import vn.tiepdon.card.transport.Transport;

/** A blank card: the applet in jCardSim, as a transport. */
class SimulatedCard implements Transport {

    static final byte[] AID_BYTES = HexFormat.of().parseHex("F054494550444F4E01");
    static final byte[] SERIAL = HexFormat.of().parseHex("5445535430303031");

    /** A runtime of its own: jCardSim's default one is shared by every card of the JVM. */
    private final OpenRuntime runtime = new OpenRuntime();

    private final Simulator simulator = new Simulator(runtime);

    SimulatedCard() {
        this(SERIAL, Keys.TRANSPORT);
    }

    SimulatedCard(byte[] serial, byte[] transportKeys) {
        this(PatientCardApplet.class, serial, transportKeys);
    }

    SimulatedCard(Class<? extends Applet> applet, byte[] serial, byte[] transportKeys) {
        AID aid = AIDUtil.create(AID_BYTES);
        byte[] parameters = installParameters(serial, transportKeys);
        simulator.installApplet(aid, applet, parameters, (short) 0, (byte) parameters.length);
    }

    /** What a card's manager hands to {@code install}: instance AID, control information, application data. */
    static byte[] installParameters(byte[] serial, byte[] transportKeys) {
        return ByteBuffer.allocate(1 + AID_BYTES.length + 2 + 1 + serial.length + transportKeys.length)
                .put((byte) AID_BYTES.length)
                .put(AID_BYTES)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) (serial.length + transportKeys.length))
                .put(serial)
                .put(transportKeys)
                .array();
    }

    Answer send(byte[] command) {
        return Answer.of(transmit(command));
    }

    void pullAndPutBack() {
        simulator.reset();
    }

    /** Whether these bytes lie anywhere in the applet's memory. */
    boolean find(byte[] bytes) {
        return MemoryDump.of(runtime.applet()).contains(bytes);
    }

    @Override
    public byte[] transmit(byte[] commandApdu) {
        return simulator.transmitCommand(commandApdu);
    }

    /** Shows the applet object, which jCardSim keeps to itself. */
    private static final class OpenRuntime extends SimulatorRuntime {

        private Applet applet() {
            return getApplet(AIDUtil.create(AID_BYTES));
        }
    }
}
