package dev.mallard.deployment;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;

import java.util.List;

/** What is used of the type that the Prometheus operator adds to the Kubernetes API. */
record PodMonitor(String apiVersion, String kind, V1ObjectMeta metadata, Spec spec) {

    record Spec(String jobLabel, V1LabelSelector selector, List<Endpoint> podMetricsEndpoints) {}

    record Endpoint(String port, String path, String interval) {}
}
