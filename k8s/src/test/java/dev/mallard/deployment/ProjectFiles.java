package dev.mallard.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the files are that are checked. */
final class ProjectFiles {

    static final Path MODULE =
            Path.of(Objects.requireNonNullElse(System.getProperty("basedir"), "")).toAbsolutePath();
    static final Path ROOT = Objects.requireNonNull(MODULE.getParent());
    static final Path DOCKER = ROOT.resolve("docker");
    static final List<String> SERVICES = List.of("gateway", "lobby", "game");

    private ProjectFiles() {}

    /** All files of the deployment, without the sources and results of this module. */
    static List<Path> deployment() {
        return Stream.of("base", "overlays", "components")
                .flatMap(folder -> below(MODULE.resolve(folder)).stream())
                .toList();
    }

    /** The files that are Kubernetes objects, or patches of some. */
    static List<Path> manifests() {
        return deployment().stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !name(file).equals("kustomization.yaml"))
                .filter(file -> Yaml.document(file).containsKey("apiVersion"))
                .toList();
    }

    static List<Path> kustomizations() {
        return deployment().stream()
                .filter(file -> name(file).equals("kustomization.yaml"))
                .toList();
    }

    static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
