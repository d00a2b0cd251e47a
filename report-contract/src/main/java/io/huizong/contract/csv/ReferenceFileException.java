package io.huizong.contract.csv;

import java.util.List;

/** A reference file that is not what it should be. Its message names the wrong rows by their lines. */
public final class ReferenceFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param expected what the file should be, such as {@code a division tree} */
    public ReferenceFileException(String file, String expected, List<String> problems) {
        super("%s is not %s:\n  %s".formatted(file, expected, String.join("\n  ", problems)));
    }
}
