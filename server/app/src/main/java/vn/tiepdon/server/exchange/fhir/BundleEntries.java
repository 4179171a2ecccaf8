package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RefusalReason;

/** Bundles of any length, entry by entry: never more than one entry is in memory. */
final class BundleEntries implements ToldSource {

    private final Metered file;
    // Behind an entry stands the next one.
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final JsonParser tokens;
    private final IParser parser = R4.fileParser();
    private boolean inEntries;
    private boolean entries;

    BundleEntries(InputStream file) {
        this.file = new Metered(file);
        this.tokens = json.createParser(this.file);
    }

    @Override
    public Optional<Told> next() throws FileBrokenException {
        try {
            while (true) {
                file.mark();
                JsonToken token = tokens.nextToken();
                if (token == null) {
                    return end();
                }
                if (!inEntries) {
                    seek(token);
                } else if (token == JsonToken.END_ARRAY) {
                    inEntries = false;
                } else if (token == JsonToken.START_OBJECT) {
                    Optional<Told> told = entry();
                    if (told.isPresent()) {
                        return told;
                    }
                } else {
                    throw broken(RefusalReason.FILE_BROKEN);
                }
            }
        } catch (TooLong entryTooLong) {
            throw broken(RefusalReason.TOO_LARGE);
        } catch (JacksonException notJson) {
            throw broken(notJson.getCause() instanceof TooLong ? RefusalReason.TOO_LARGE : RefusalReason.FILE_BROKEN);
        }
    }

    private Optional<Told> end() throws FileBrokenException {
        if (!entries) {
            throw broken(RefusalReason.FILE_BROKEN);
        }
        return Optional.empty();
    }

    /** Outside the list of entries: passes by everything until it begins. */
    private void seek(JsonToken token) {
        if (token != JsonToken.PROPERTY_NAME) {
            return;
        }
        boolean here = tokens.currentName().equals("entry");
        JsonToken value = tokens.nextToken();
        if (here && value == JsonToken.START_ARRAY) {
            inEntries = true;
            entries = true;
        } else {
            tokens.skipChildren();
        }
    }

    private Optional<Told> entry() {
        long line = tokens.currentTokenLocation().getLineNr();
        JsonNode entry = json.readTree(tokens);
        JsonNode resource = entry.get("resource");
        if (resource == null) {
            return Optional.empty();
        }
        JsonNode url = entry.get("fullUrl");
        try {
            IBaseResource read = parser.parseResource(resource.toString());
            return Optional.of(Told.of(line, (Resource) read, url == null ? null : url.asString()));
        } catch (DataFormatException | IllegalArgumentException noResource) {
            return Optional.of(Told.refused(line, RefusalReason.PART_BROKEN));
        }
    }

    private FileBrokenException broken(RefusalReason reason) {
        return new FileBrokenException(Math.max(1, tokens.currentLocation().getLineNr()), reason);
    }

    @Override
    public long bytesRead() {
        return file.count;
    }

    @Override
    public void close() {
        tokens.close();
        try {
            file.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** An entry that nobody would read whole. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Counts, and stops where an entry does not end. */
    private static final class Metered extends InputStream {

        private static final long LONGEST_ENTRY = 4L * 1024 * 1024;

        private final InputStream in;
        private long count;
        private long mark;

        Metered(InputStream in) {
            this.in = in;
        }

        void mark() {
            mark = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (count - mark > LONGEST_ENTRY) {
                throw new TooLong();
            }
            int read = in.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
