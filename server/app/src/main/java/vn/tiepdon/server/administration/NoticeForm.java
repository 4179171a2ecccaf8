package vn.tiepdon.server.administration;

import vn.tiepdon.api.Text;

/** A notice as typed. */
public record NoticeForm(String textVi, String textEn, String shownFrom, String shownUntil) {

    private static final int LONGEST = 160;

    Text text(Typed typed) {
        String vi = typed.text("textVi", textVi, LONGEST);
        String en = Typed.line(textEn).isEmpty() ? vi : typed.text("textEn", textEn, LONGEST);
        return new Text(vi, en);
    }
}
