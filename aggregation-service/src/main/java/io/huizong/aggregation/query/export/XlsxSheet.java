package io.huizong.aggregation.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet as Office Open XML. Texts are texts there: nothing becomes a formula. */
final class XlsxSheet {

    private static final String APPLICATION = "Huizong";
    private static final String VERSION = "1.0";
    private static final int ROWS_AT_ONCE = 500;
    private static final int MAX_NAME_LENGTH = 31;

    private XlsxSheet() {}

    static void write(Sheet sheet, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, APPLICATION, VERSION)) {
            Worksheet worksheet = workbook.newWorksheet(name(sheet));
            write(worksheet, 0, sheet.headings());
            worksheet.freezePane(0, 1);
            int row = 1;
            while (sheet.rows().hasNext()) {
                write(worksheet, row++, sheet.rows().next());
                if (row % ROWS_AT_ONCE == 0) {
                    worksheet.flush();
                }
            }
        }
    }

    private static void write(Worksheet worksheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                worksheet.value(row, column, number);
            } else if (cell != null) {
                // Inline: shared texts would all be kept in memory until the end.
                worksheet.inlineString(row, column, cell.toString());
            }
        }
    }

    private static String name(Sheet sheet) {
        String name = sheet.name().replaceAll("[\\[\\]*/\\\\?:]", " ");
        return name.substring(0, Math.min(MAX_NAME_LENGTH, name.length()));
    }
}
