package vn.tiepdon.kiosk.device.printer;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Be Vietnam Pro, whatever fonts the machine has. Sizes in dots: 8 of them make a millimetre. */
enum TicketFonts {
    SEMI_BOLD("BeVietnamPro-SemiBold.ttf"),
    BOLD("BeVietnamPro-Bold.ttf");

    private final Font font;

    TicketFonts(String file) {
        try (InputStream in = TicketFonts.class.getResourceAsStream("/vn/tiepdon/kiosk/fonts/" + file)) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("reading " + file, e);
        }
    }

    Font dots(float size) {
        return font.deriveFont(size);
    }
}
