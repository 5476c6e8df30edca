package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a running server of this machine holds, as seen from beside it. */
public final class ServerInside {

    private static final Pattern TOTAL =
            Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    private static final int CLASSES_TOLD = 25;

    private final long pid;
    private final Path workArea;

    ServerInside(long pid, Path workArea) {
        this.pid = pid;
        this.workArea = workArea;
    }

    /** In bytes, once everything that nobody holds any more has been collected. */
    public long liveHeap() {
        String histogram = told("GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("no total in " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    /** The classes whose objects hold most of it, for the words of a failure. */
    public String largest() {
        return told("GC.class_histogram")
                .lines()
                .limit(CLASSES_TOLD)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** In bytes, of all files together that the server keeps for the time it runs. */
    public long onDisk() {
        return FilesBelow.sizes(workArea).values().stream().mapToLong(Long::longValue).sum();
    }

    private String told(String command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process asking =
                    new ProcessBuilder(jcmd, String.valueOf(pid), command)
                            .redirectErrorStream(true)
                            .start();
            return new String(asking.getInputStream().readAllBytes(), Charset.defaultCharset());
        } catch (IOException e) {
            throw new UncheckedIOException("the server cannot be asked for its " + command, e);
        }
    }
}
