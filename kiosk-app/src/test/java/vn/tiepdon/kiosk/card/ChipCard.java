package vn.tiepdon.kiosk.card;

import com.licel.jcardsim.base.Simulator;
import com.licel.jcardsim.base.SimulatorRuntime;
import com.licel.jcardsim.utils.AIDUtil;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.tiepdon.applet.PatientCardApplet;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardSerial;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.reader.CardTask;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.reader.TestSessions;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** The applet in jCardSim, on a reader from which it can be pulled at any command. */
public final class ChipCard implements PresentedCard, Transport {

    public static final CardSerial SERIAL = CardSerial.ofHex("5445535430303031");

    private static final byte[] AID = HexFormat.of().parseHex("F054494550444F4E01");

    /** A runtime of its own: jCardSim's default one is shared by every card of the JVM. */
    private final Simulator simulator = new Simulator(new SimulatorRuntime());

    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        return thread;
    });
    private int commandsLeft = Integer.MAX_VALUE;
    private boolean answerLost;
    public int commands;

    private ChipCard(byte[] installData) {
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

    public static ChipCard blank(Hospital hospital) {
        return loaded(hospital.transport(SERIAL).installData(SERIAL.bytes()));
    }

    /** @param installData serial and transport keys, as whoever loads the applet gives them */
    public static ChipCard loaded(byte[] installData) {
        return new ChipCard(installData);
    }

    /**
     * @param commands that it still takes
     * @param answerLost whether the last of them reaches the card, and only its answer is lost
     */
    public void pullAfter(int commands, boolean answerLost) {
        this.commandsLeft = commands;
        this.answerLost = answerLost;
    }

    public void putBack() {
        commandsLeft = Integer.MAX_VALUE;
        simulator.reset();
    }

    public CardDirectory directory() throws Exception {
        return PatientCardReader.select(simulator::transmitCommand);
    }

    @Override
    public byte[] transmit(byte[] command) throws TransportException {
        commands++;
        if (commandsLeft == 0) {
            throw new CardRemovedException(null);
        }
        commandsLeft--;
        byte[] answer = simulator.transmitCommand(command);
        if (commandsLeft == 0 && answerLost) {
            throw new CardRemovedException(null);
        }
        return answer;
    }

    @Override
    public <T> CompletableFuture<T> run(CardTask<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        reader.execute(() -> {
            try {
                result.complete(task.run(TestSessions.of(this)));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
