package vn.tiepdon.server.illness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import vn.tiepdon.server.illness.UnreadableListException.Reason;

/** The first sheet of an Excel file (.xlsx). The archive is measured before anything of it is understood. */
final class ExcelRows {

    /** Of all its parts unpacked; the ministry's list has about 20 MB. */
    private static final long MOST_UNPACKED = 96L << 20;

    private static final int MOST_PARTS = 500;
    private static final int CHUNK = 64 << 10;

    private ExcelRows() {}

    /** Whether these bytes begin as every archive does. */
    static boolean canRead(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    static List<Row> read(byte[] file) throws UnreadableListException {
        measure(file);
        List<Row> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getFirstSheet();
            try (Stream<org.dhatim.fastexcel.reader.Row> lines = sheet.openStream()) {
                for (Iterator<org.dhatim.fastexcel.reader.Row> each = lines.iterator(); each.hasNext(); ) {
                    rows.add(row(each.next()));
                    if (rows.size() > IllnessList.MOST_LINES) {
                        throw new UnreadableListException(Reason.TOO_LARGE);
                    }
                }
            }
            return rows;
        } catch (IOException | RuntimeException notExcel) {
            // The reader throws whatever its parsers throw at a file that somebody broke.
            throw new UnreadableListException(Reason.UNKNOWN_FORM);
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row read) {
        List<String> cells = new ArrayList<>();
        int columns = Math.min(read.getCellCount(), IllnessList.MOST_COLUMNS);
        for (int i = 0; i < columns; i++) {
            Cell cell = read.getCell(i);
            cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
        }
        return new Row(read.getRowNum(), cells);
    }

    /** Unpacks everything to nowhere: what an archive says of its own size is not believed. */
    private static void measure(byte[] file) throws UnreadableListException {
        long unpacked = 0;
        int parts = 0;
        byte[] chunk = new byte[CHUNK];
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw new UnreadableListException(Reason.TOO_LARGE);
                }
                for (int read = archive.read(chunk); read >= 0; read = archive.read(chunk)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new UnreadableListException(Reason.TOO_LARGE);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableListException(Reason.UNKNOWN_FORM);
        }
    }
}
