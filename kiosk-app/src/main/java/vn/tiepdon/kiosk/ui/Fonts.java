package vn.tiepdon.kiosk.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** Be Vietnam Pro, bundled, because no kiosk can be trusted to have a font with all Vietnamese letters. */
enum Fonts {
    REGULAR("BeVietnamPro-Regular.ttf"),
    SEMIBOLD("BeVietnamPro-SemiBold.ttf"),
    BOLD("BeVietnamPro-Bold.ttf");

    private final String name;

    Fonts(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/vn/tiepdon/kiosk/fonts/" + file)) {
            name = Font.loadFont(stream, 44).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Font size(double pixels) {
        return new Font(name, pixels);
    }
}
