package vn.tiepdon.kiosk.ui;

import java.util.List;
import javafx.scene.layout.Pane;
import vn.tiepdon.kiosk.flow.Kiosk;

/** One kind of screen, built once and filled again for each patient. */
interface Screen {

    Pane pane();

    /** Fills the screen and says which answers it offers. */
    List<Answer> draw(Kiosk kiosk, Words words);

    /** Empties every text and picture. */
    void clear();
}
