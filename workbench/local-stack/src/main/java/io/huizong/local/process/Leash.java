package io.huizong.local.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Main class of the small process between a starter and its command. The end of standard input means that the
 * starter let go or is dead, even by SIGKILL: the command is stopped, or killed and its folder removed if that is
 * disposable.
 *
 * <p>Arguments: the log file, the disposable folder or an empty string, then the command. Prints the command's pid
 * on standard output and exits with the command's exit code.
 */
final class Leash {

    private static final long TIMEOUT_SECONDS = 30;

    private Leash() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        File log = new File(arguments[0]);
        String disposable = arguments[1];
        List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        PrintStream out = System.out;
        out.println(process.pid());

        CompletableFuture<Void> released = CompletableFuture.runAsync(Leash::readToTheEnd, OwnThread.EACH);
        CompletableFuture.anyOf(released, process.onExit()).join();
        if (released.isDone()) {
            if (disposable.isEmpty()) {
                stop(process);
            } else {
                // What is thrown away need not be put in order first.
                process.destroyForcibly().waitFor();
                Folders.remove(Path.of(disposable));
            }
        }
        System.exit(process.waitFor());
    }

    private static void readToTheEnd() {
        try {
            InputStream in = System.in;
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
