package io.huizong.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One run at a time in one {@code .local} folder; the system drops the lock with the process, however it ends. */
final class RunLock {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    static RunLock take(Path folder) throws IOException, Fault {
        Files.createDirectories(folder);
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            throw new Fault("Another run (process %s) uses %s; stop it with Ctrl-C or: kill %1$s"
                    .formatted(Files.readString(file).strip(), folder));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return new RunLock(channel);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    void release() throws IOException {
        channel.close();
    }
}
