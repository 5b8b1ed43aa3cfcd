package dev.mallard.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Renders overlays with the tool that operators use. Without it the test is skipped. */
final class Kustomize {

    private static final long PATIENCE_SECONDS = 60;

    private Kustomize() {}

    /** The objects of an overlay, each checked strictly against the API. */
    static List<Object> render(Path folder) {
        return documents(folder).stream().map(ApiModel::read).toList();
    }

    static List<Map<String, Object>> documents(Path folder) {
        return Yaml.documents(run(command(folder), folder));
    }

    private static List<String> command(Path folder) {
        if (isInstalled("kustomize")) {
            return List.of("kustomize", "build", folder.toString());
        }
        assumeTrue(isInstalled("kubectl"), "skipped: neither kustomize nor kubectl is installed");
        String version = run(List.of("kubectl", "version", "--client"), folder);
        assumeTrue(
                version.contains("Kustomize Version: v"),
                "skipped: this kubectl is too old to know components: " + version);
        return List.of("kubectl", "kustomize", folder.toString());
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * What a program prints.
     *
     * @throws AssertionError with its complaints if it fails
     */
    static String run(List<String> command, Path folder) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String printed = Files.readString(out);
            String complaints = Files.readString(err);
            Files.delete(out);
            Files.delete(err);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + printed + complaints);
            }
            return printed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
