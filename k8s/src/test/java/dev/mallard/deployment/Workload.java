package dev.mallard.deployment;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V1Volume;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that makes pods.
 *
 * @param kind Deployment or StatefulSet
 * @param name its name
 * @param selector which pods it takes for its own
 * @param template what its pods are like
 * @param claims volumes that every pod gets for itself
 */
record Workload(
        String kind,
        String name,
        V1LabelSelector selector,
        V1PodTemplateSpec template,
        List<V1PersistentVolumeClaim> claims) {

    static Stream<Workload> in(List<Object> objects) {
        return objects.stream()
                .flatMap(
                        object ->
                                switch (object) {
                                    case V1Deployment d ->
                                            Stream.of(
                                                    new Workload(
                                                            "Deployment",
                                                            Optionals.name(d.getMetadata()),
                                                            Optionals.present(d.getSpec())
                                                                    .getSelector(),
                                                            Optionals.present(d.getSpec())
                                                                    .getTemplate(),
                                                            List.of()));
                                    case V1StatefulSet s ->
                                            Stream.of(
                                                    new Workload(
                                                            "StatefulSet",
                                                            Optionals.name(s.getMetadata()),
                                                            Optionals.present(s.getSpec())
                                                                    .getSelector(),
                                                            Optionals.present(s.getSpec())
                                                                    .getTemplate(),
                                                            Optionals.items(
                                                                    Optionals.present(s.getSpec())
                                                                            .getVolumeClaimTemplates())));
                                    default -> Stream.empty();
                                });
    }

    Map<String, String> labels() {
        return Optionals.entries(Optionals.present(template.getMetadata()).getLabels());
    }

    V1PodSpec pod() {
        return Optionals.present(template.getSpec());
    }

    List<V1Container> containers() {
        return pod().getContainers();
    }

    /** Whether one of its containers opens a port of this name or number. */
    boolean hasPort(String port) {
        return containers().stream().anyMatch(container -> hasPort(container, port));
    }

    static boolean hasPort(V1Container container, String port) {
        List<V1ContainerPort> ports = Optionals.items(container.getPorts());
        return ports.stream()
                .anyMatch(
                        p ->
                                port.equals(p.getName())
                                        || port.equals(String.valueOf(p.getContainerPort())));
    }

    /** Names of the volumes that its containers may use. */
    Set<String> volumes() {
        Set<String> names = new HashSet<>();
        claims.forEach(claim -> names.add(Optionals.name(claim.getMetadata())));
        List<V1Volume> volumes = Optionals.items(pod().getVolumes());
        volumes.forEach(volume -> names.add(volume.getName()));
        return names;
    }

    boolean isService() {
        return ProjectFiles.SERVICES.contains(name);
    }
}
