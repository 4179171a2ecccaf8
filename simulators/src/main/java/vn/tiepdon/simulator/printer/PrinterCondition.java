package vn.tiepdon.simulator.printer;

/** What can be wrong with the printer, and how it says so to {@code DLE EOT n}. */
final class PrinterCondition {

    private static final int FIXED_BITS = 0x12;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private int paperRows = ENDLESS;
    private boolean coverOpen;
    private boolean offline;
    private boolean jammed;
    private boolean mute;

    synchronized void loadPaper(int rows) {
        paperRows = rows;
        notifyAll();
    }

    void loadPaper() {
        loadPaper(ENDLESS);
    }

    synchronized void coverOpen(boolean open) {
        coverOpen = open;
        notifyAll();
    }

    synchronized void offline(boolean off) {
        offline = off;
        notifyAll();
    }

    synchronized void jammed(boolean jam) {
        jammed = jam;
        notifyAll();
    }

    synchronized void mute(boolean silent) {
        mute = silent;
    }

    synchronized boolean isMute() {
        return mute;
    }

    synchronized boolean hasPaper() {
        return paperRows > 0;
    }

    /** {@code DLE ENQ 2} ends an error that a person has mended; here it mends the jam too, as a cutter's retry does. */
    synchronized void recover() {
        jammed = false;
        notifyAll();
    }

    /** Waits until one row of dots can be printed, and uses the paper for it. */
    synchronized void awaitRow() throws InterruptedException {
        awaitReady();
        if (paperRows != ENDLESS) {
            paperRows--;
        }
    }

    synchronized void awaitReady() throws InterruptedException {
        while (paperRows == 0 || coverOpen || offline || jammed) {
            wait();
        }
    }

    /** @param question 1 printer, 2 off-line cause, 3 error, 4 paper */
    synchronized int answer(int question) {
        boolean paperOut = paperRows == 0;
        return FIXED_BITS
                | switch (question) {
                    case 1 -> bit(offline || coverOpen || paperOut || jammed, 0x08);
                    case 2 -> bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(jammed, 0x40);
                    case 3 -> bit(jammed, 0x08);
                    default -> bit(paperOut, 0x6C);
                };
    }

    private static int bit(boolean on, int mask) {
        return on ? mask : 0;
    }
}
