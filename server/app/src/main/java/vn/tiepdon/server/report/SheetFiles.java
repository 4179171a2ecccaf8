package vn.tiepdon.server.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as files that spreadsheets open. */
final class SheetFiles {

    /** Excel takes a file without it for one of its old code pages. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What makes a spreadsheet calculate a cell instead of showing it. */
    private static final String FORMULA = "=+-@\t\r";

    private SheetFiles() {}

    /** UTF-8, semicolons, because Vietnamese decimals have a comma; the tables one below the other. */
    static void csv(List<Sheet> sheets, Locale locale, OutputStream to) throws IOException {
        Writer letters = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        letters.write(BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(
                letters, CSVFormat.RFC4180.builder().setDelimiter(';').get());
        for (Sheet sheet : sheets) {
            csv.printRecord(harmless(sheet.title()));
            csv.printRecord(sheet.heads().stream().map(SheetFiles::harmless));
            for (List<Object> row : sheet.rows()) {
                csv.printRecord(row.stream().map(cell -> cell(cell, locale)));
            }
            csv.println();
        }
        csv.flush();
    }

    /** A sheet for each table; texts are texts there, whatever they begin with. */
    static void xlsx(List<Sheet> sheets, OutputStream to) throws IOException {
        try (Workbook book = new Workbook(to, "TiepDon", "1.0")) {
            for (Sheet sheet : sheets) {
                Worksheet page = book.newWorksheet(sheet.title());
                for (int column = 0; column < sheet.heads().size(); column++) {
                    page.value(0, column, sheet.heads().get(column));
                    page.style(0, column).bold().wrapText(true).set();
                    page.width(column, column == 0 ? 36 : 14);
                }
                for (int row = 0; row < sheet.rows().size(); row++) {
                    write(page, row + 1, sheet.rows().get(row));
                }
                page.freezePane(1, 1);
            }
        }
    }

    private static void write(Worksheet page, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                page.value(row, column, number);
            } else if (cells.get(column) != null) {
                page.value(row, column, cells.get(column).toString());
            }
        }
    }

    private static Object cell(Object cell, Locale locale) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Number ? Sheet.written(cell, locale) : harmless(cell.toString());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
