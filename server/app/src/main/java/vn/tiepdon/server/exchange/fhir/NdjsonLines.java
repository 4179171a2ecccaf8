package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.exchange.RefusalReason;

/** NDJSON: a resource, or a bundle of a few, on each line. A line that cannot be read is refused, and the next is read. */
final class NdjsonLines implements ToldSource {

    static final int LONGEST_LINE = 2 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final String MARK = "\uFEFF";

    private final InputStream file;
    private final IParser parser = R4.fileParser();
    private final Deque<Told> ready = new ArrayDeque<>();
    private long line;
    private long bytes;

    NdjsonLines(InputStream file) {
        this.file = new BufferedInputStream(file, BUFFER);
    }

    @Override
    public Optional<Told> next() {
        while (ready.isEmpty()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            if (!read(content)) {
                return Optional.empty();
            }
            line++;
            if (content.size() > LONGEST_LINE) {
                ready.add(Told.refused(line, RefusalReason.TOO_LARGE));
            } else {
                understand(content.toByteArray());
            }
        }
        return Optional.of(ready.remove());
    }

    /** One line without its end; of one that is too long as much as tells so. False at the end of the file. */
    private boolean read(ByteArrayOutputStream content) {
        try {
            int one = file.read();
            if (one < 0) {
                return false;
            }
            for (; one >= 0 && one != '\n'; one = file.read()) {
                bytes++;
                if (content.size() <= LONGEST_LINE) {
                    content.write(one);
                }
            }
            bytes += one < 0 ? 0 : 1;
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void understand(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String json = (text.startsWith(MARK) ? text.substring(1) : text).strip();
            if (!json.isEmpty()) {
                add(parser.parseResource(json));
            }
        } catch (CharacterCodingException noLetters) {
            ready.add(Told.refused(line, RefusalReason.ENCODING_WRONG));
        } catch (DataFormatException | IllegalArgumentException noResource) {
            ready.add(Told.refused(line, RefusalReason.PART_BROKEN));
        }
    }

    private void add(IBaseResource read) {
        if (read instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(Bundle.BundleEntryComponent::hasResource)
                    .forEach(it -> ready.add(Told.of(line, it.getResource(), it.getFullUrl())));
        } else if (read instanceof Resource resource) {
            ready.add(Told.of(line, resource, null));
        }
    }

    @Override
    public long bytesRead() {
        return bytes;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
