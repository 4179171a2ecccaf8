package vn.tiepdon.simulator;

import java.io.PrintStream;
import java.nio.charset.Charset;

/** Standard output without what jCardSim 3.0.6 says to itself whenever an applet asks for a signature. */
final class CommandOutput extends PrintStream {

    private static final String CHATTER = "getInstance of assymetric algo";

    CommandOutput(PrintStream out, Charset charset) {
        super(out, true, charset);
    }

    @Override
    public void println(String line) {
        if (line == null || !line.startsWith(CHATTER)) {
            super.println(line);
        }
    }
}
