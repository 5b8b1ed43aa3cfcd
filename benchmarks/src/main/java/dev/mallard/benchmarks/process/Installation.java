package dev.mallard.benchmarks.process;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the project is.
 *
 * @param directory its root, in which everything is built
 * @param runDirectory where logs and results go
 * @param otherJar the gateway that {@link GatewayKind#OTHER} stands for, if not the one of this project
 * @param otherOptions what its JVM gets on top
 */
public record Installation(
        Path directory, Path runDirectory, @Nullable Path otherJar, List<String> otherOptions) {

    private static final List<String> HEAP_IN_1_GIB = List.of("-Xms52m", "-Xmx512m");

    public Installation {
        otherOptions = List.copyOf(otherOptions);
        if (!Files.isRegularFile(directory.resolve("gateway-service/pom.xml"))) {
            throw new IllegalArgumentException(directory + " is not the root of the project");
        }
    }

    /** The command that starts a JVM as the images of the services do, in a container of 1 GiB. */
    List<String> java(String... more) {
        List<String> command = new ArrayList<>();
        command.add(tool("java"));
        command.add("@" + directory.resolve("docker/jvm.options"));
        command.addAll(HEAP_IN_1_GIB);
        command.addAll(List.of(more));
        return command;
    }

    /** A program of the JDK that this runs on. */
    String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** The jar of a service. */
    Path jar(String service) throws IOException {
        Path jar = directory.resolve(service + "/target/" + service + "-exec.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IOException(jar + " is missing: build it first");
        }
        return jar;
    }
}
