package vn.tiepdon.card.reader;

import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;

/** One connection to the PC/SC service. It belongs to one thread: pcsc-lite serves one call per context at a time. */
interface PcscContext extends AutoCloseable {

    CardTerminals terminals();

    @Override
    void close() throws CardException;
}
