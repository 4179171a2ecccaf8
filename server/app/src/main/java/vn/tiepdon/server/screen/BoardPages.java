package vn.tiepdon.server.screen;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.tiepdon.server.facility.Facilities;

/** Boards as HTML, for the page and for what it is sent. */
@Component
class BoardPages {

    private final Boards boards;
    private final Facilities facilities;
    private final ITemplateEngine templates;

    BoardPages(Boards boards, Facilities facilities, ITemplateEngine templates) {
        this.boards = boards;
        this.facilities = facilities;
        this.templates = templates;
    }

    /** What the template needs. */
    Map<String, Object> model(Wish wish) {
        return Map.of("board", boards.of(wish), "look", wish.look(), "facility", facilities.get(wish.facility()));
    }

    String draw(Wish wish) {
        return templates.process("screen/board", new Context(wish.locale(), model(wish)));
    }
}
