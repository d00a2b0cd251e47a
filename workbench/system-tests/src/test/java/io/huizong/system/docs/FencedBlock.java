package io.huizong.system.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a Markdown file.
 *
 * @param mark what the HTML comment on the line before says; empty if there is none
 * @param language such as sh; empty if none is named
 */
public record FencedBlock(Path file, int line, String mark, String language, String text) {

    private static final Path ROOT = Path.of("../..");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "console");
    private static final Pattern BLOCK =
            Pattern.compile("^(?:<!-- (.*?) -->\\n)?```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** All blocks of a file, in order. */
    public static List<FencedBlock> in(Path file) throws IOException {
        String content = Files.readString(file);
        List<FencedBlock> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(content);
        while (found.find()) {
            int line = (int) content.substring(0, found.start(3)).lines().count();
            String mark = found.group(1) == null ? "" : found.group(1);
            blocks.add(new FencedBlock(file, line, mark, found.group(2), found.group(3)));
        }
        return blocks;
    }

    /** The commands of all documents. */
    public static List<FencedBlock> commands() throws IOException {
        List<FencedBlock> commands = new ArrayList<>();
        for (Path file : documents()) {
            in(file).stream().filter(block -> SHELLS.contains(block.language)).forEach(commands::add);
        }
        return commands;
    }

    /** README.md, CONTRIBUTING.md and those of {@code docs/}. */
    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(ROOT.relativize(file), line);
    }
}
