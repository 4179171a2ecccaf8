package vn.tiepdon.server.administration;

import java.util.regex.Pattern;
import vn.tiepdon.api.Text;

/** A room as typed. */
public record RoomForm(String code, String placeVi, String placeEn, String clinic) {

    private static final int LONGEST_PLACE = 120;

    /** What a call screen can say aloud: letters, digits and what stands between them. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} .-]{0,11}");

    static RoomForm empty() {
        return new RoomForm("", "", "", "");
    }

    String code(Typed typed) {
        String text = Typed.line(code);
        if (!CODE.matcher(text).matches()) {
            typed.wrong("code", "room.code");
        }
        return text;
    }

    Text place(Typed typed) {
        String vi = typed.text("placeVi", placeVi, LONGEST_PLACE);
        String en = Typed.line(placeEn).isEmpty() ? vi : typed.text("placeEn", placeEn, LONGEST_PLACE);
        return new Text(vi, en);
    }
}
