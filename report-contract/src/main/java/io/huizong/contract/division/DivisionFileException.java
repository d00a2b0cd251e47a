package io.huizong.contract.division;

import java.util.List;

/** A division file that is not a tree. Its message names every wrong row by its line, up to twenty of them. */
public final class DivisionFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    DivisionFileException(String file, List<String> problems) {
        super(message(file, problems));
    }

    private static String message(String file, List<String> problems) {
        String shown = String.join("\n  ", problems.subList(0, Math.min(SHOWN, problems.size())));
        String rest = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
        return file + " is not a division tree:\n  " + shown + rest;
    }
}
