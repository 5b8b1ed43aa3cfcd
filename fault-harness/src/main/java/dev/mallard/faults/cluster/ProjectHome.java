package dev.mallard.faults.cluster;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of the project, which has the launcher script and the built services. */
public final class ProjectHome {

    /** The system property that names it, for programs that run elsewhere. */
    static final String PROPERTY = "mallard.home";

    private ProjectHome() {}

    /**
     * The folder that the system property {@value #PROPERTY} names, or the nearest one above the working
     * directory that has the script.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("mallard"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "Neither this folder nor one above it has the script mallard; name it with -D"
                            + PROPERTY);
        }
        return folder;
    }
}
