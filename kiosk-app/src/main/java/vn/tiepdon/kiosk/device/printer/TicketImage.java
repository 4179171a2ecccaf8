package vn.tiepdon.kiosk.device.printer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.api.kiosk.Wait;

/**
 * The queue ticket (phiếu số thứ tự) as a picture: no code page is shared by all printers for Vietnamese, a raster is.
 */
final class TicketImage {

    /** Of a QR code's modules, in dots; a phone's camera wants half a millimetre at least. */
    private static final int MODULE = 8;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private TicketImage() {}

    static BufferedImage draw(Ticket ticket, Text hospital, Locale language) {
        ResourceBundle words = TicketWords.in(language);
        TicketCanvas paper = new TicketCanvas();
        paper.gap(8).text(hospital.in(language), TicketFonts.BOLD.dots(30)).gap(2);
        paper.text(day(ticket, language) + "   " + ticket.issuedAt().format(TIME), TicketFonts.SEMI_BOLD.dots(30));
        paper.gap(10).rule().gap(8);
        paper.text(ticket.clinic().in(language), TicketFonts.BOLD.dots(40));
        if (!ticket.room().isBlank()) {
            paper.text(words.getString("room").formatted(ticket.room()), TicketFonts.BOLD.dots(40));
        }
        paper.text(ticket.place().in(language), TicketFonts.SEMI_BOLD.dots(30));
        if (ticket.appointment() != null) {
            LocalTime time = ticket.appointment();
            paper.gap(8)
                    .text(
                            words.getString("expected").formatted(time.getHour(), time.getMinute()),
                            TicketFonts.BOLD.dots(40));
        }
        paper.gap(18)
                .text(words.getString("number"), TicketFonts.SEMI_BOLD.dots(30))
                .gap(6);
        paper.figures(ticket.label(), TicketFonts.BOLD.dots(200)).gap(22);
        paper.text(before(ticket, words), TicketFonts.BOLD.dots(34));
        if (ticket.expectedWait() != null) {
            paper.text(wait(ticket.expectedWait(), words), TicketFonts.BOLD.dots(34));
        }
        if (ticket.priority() != null) {
            paper.gap(6).text(words.getString("priority." + ticket.priority()), TicketFonts.BOLD.dots(34));
        }
        paper.gap(10).rule().gap(16);
        paper.modules(modules(ticket.qr()), MODULE).gap(6);
        paper.text(words.getString(ticket.phone() == null ? "code" : "code.phone"), TicketFonts.SEMI_BOLD.dots(26));
        paper.gap(12).rule().gap(6);
        if (ticket.insurance() != null) {
            paper.text(ticket.insurance().in(language), TicketFonts.BOLD.dots(30))
                    .gap(4);
        }
        paper.text(words.getString("bring"), TicketFonts.SEMI_BOLD.dots(28));
        return paper.gap(8).cut();
    }

    private static String day(Ticket ticket, Locale language) {
        return ticket.issuedAt().format(DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy", language));
    }

    private static String wait(Wait wait, ResourceBundle words) {
        return wait.from() == 0
                ? words.getString("wait.most").formatted(wait.to())
                : words.getString("wait").formatted(wait.from(), wait.to());
    }

    private static String before(Ticket ticket, ResourceBundle words) {
        return switch (ticket.before()) {
            case 0 -> words.getString("before.none");
            case 1 -> words.getString("before.one");
            default -> words.getString("before.many").formatted(ticket.before());
        };
    }

    private static boolean[][] modules(String code) {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(code, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("a ticket's code does not fit into a QR code", e);
        }
        boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules[row].length; column++) {
                modules[row][column] = matrix.get(column, row) == 1;
            }
        }
        return modules;
    }
}
