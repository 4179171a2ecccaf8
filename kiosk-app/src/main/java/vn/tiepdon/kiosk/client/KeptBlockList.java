package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.tiepdon.api.card.SignedBlockList;

/**
 * The list of blocked cards as the kiosk keeps it over a restart.
 *
 * @param tag the server's name for it
 * @param confirmed when the server said last that this is the newest, to the hour
 */
record KeptBlockList(SignedBlockList list, String tag, Instant confirmed) {

    private static final Logger LOG = LoggerFactory.getLogger(KeptBlockList.class);

    KeptBlockList confirmed(Instant again) {
        return new KeptBlockList(list, tag, again);
    }

    void write(Path file) {
        try {
            DurableFile.write(file, Json.MAPPER.writeValueAsBytes(this));
        } catch (IOException e) {
            LOG.error(
                    "the list of blocked cards could not be stored; a restart without the server begins without it", e);
        }
    }

    static Optional<KeptBlockList> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            KeptBlockList kept = Json.MAPPER.readValue(Files.readAllBytes(file), KeptBlockList.class);
            return Optional.ofNullable(kept).filter(read -> read.list() != null && read.confirmed() != null);
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read ({}); the server is asked anew", file.getFileName(), e.getClass());
            return Optional.empty();
        }
    }
}
