package io.huizong.contract.indicator;

import java.util.List;

/** An indicator file that is not a catalog. Its message names every wrong row by its line. */
public final class IndicatorFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndicatorFileException(String file, List<String> problems) {
        super(file + " is not an indicator catalog:\n  " + String.join("\n  ", problems));
    }
}
