package app.leeway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Processor time as Linux counts it, in ticks. */
final class Processes {
    static final double TICKS_PER_SECOND = 100;
    private static final int AFTER_NAME_USER = 11;
    private static final int AFTER_NAME_PARENT = 1;

    private Processes() {}

    /** Of one process, all threads; 0 when it has ended. */
    static long ticks(long pid) {
        String[] fields = stat(pid);
        return fields == null
                ? 0
                : Long.parseLong(fields[AFTER_NAME_USER])
                        + Long.parseLong(fields[AFTER_NAME_USER + 1]);
    }

    /** Of a process and all its descendants that still run. */
    static long ticksOfFamily(long pid) {
        return ticks(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(p -> ticks(p.pid()))
                        .sum();
    }

    static long parent(long pid) {
        return Long.parseLong(stat(pid)[AFTER_NAME_PARENT]);
    }

    /** Of everybody on this machine, stolen time included. */
    static long busyTicks() {
        try {
            String[] all =
                    Files.readString(Path.of("/proc/stat"))
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .strip()
                            .split("\\s+");
            // cpu user nice system idle iowait irq softirq steal
            return Long.parseLong(all[1])
                    + Long.parseLong(all[2])
                    + Long.parseLong(all[3])
                    + Long.parseLong(all[6])
                    + Long.parseLong(all[7])
                    + Long.parseLong(all[8]);
        } catch (IOException e) {
            throw new UncheckedIOException("the machine's processor time cannot be read", e);
        }
    }

    /** What follows the name, which may hold anything; null when the process has ended. */
    private static String[] stat(long pid) {
        try {
            String text = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return null;
            }
            throw new UncheckedIOException("process " + pid + " cannot be read", e);
        }
    }
}
