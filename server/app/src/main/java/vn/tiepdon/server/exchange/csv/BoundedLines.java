package vn.tiepdon.server.exchange.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a file in which no line ends: what reads CSV would gather it whole. */
final class BoundedLines extends FilterReader {

    private final int longest;
    private int length;

    BoundedLines(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count((char) one);
        return one;
    }

    @Override
    public int read(char[] into, int offset, int most) throws IOException {
        int read = super.read(into, offset, most);
        for (int i = offset; i < offset + read; i++) {
            count(into[i]);
        }
        return read;
    }

    private void count(char one) throws LineTooLongException {
        length = one == '\n' ? 0 : length + 1;
        if (length > longest) {
            throw new LineTooLongException(longest);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
