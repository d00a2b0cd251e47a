package io.huizong.aggregation.query.export;

import java.util.Iterator;
import java.util.List;

/**
 * A list as a table. Cells are texts, numbers or null.
 *
 * @param name what people call it, in their language; becomes the name of the file
 * @param id the same in ASCII, for programs that read no other names of files
 * @param headings of the columns
 * @param rows as many cells each as there are headings; read while it is written, so that it is never in memory as a
 *     whole
 */
public record Sheet(String name, String id, List<String> headings, Iterator<List<Object>> rows) {}
