package vn.tiepdon.server.screen;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.server.screen.Board.Page;
import vn.tiepdon.server.screen.Board.Panel;

/** Lays panels out in pages of two rows of two; a wide one takes a row. Their order stays. */
final class Paging {

    private static final int ROW = 2;
    private static final int PLACES = 4;

    private Paging() {}

    static List<Page> of(List<Panel> panels) {
        List<Page> pages = new ArrayList<>();
        List<Panel> page = new ArrayList<>();
        int taken = 0;
        for (Panel panel : panels) {
            if (panel.wide()) {
                taken += taken % ROW;
            }
            if (taken >= PLACES) {
                pages.add(new Page(List.copyOf(page)));
                page.clear();
                taken = 0;
            }
            page.add(panel);
            taken += panel.wide() ? ROW : 1;
        }
        if (!page.isEmpty()) {
            pages.add(new Page(List.copyOf(page)));
        }
        return pages;
    }
}
