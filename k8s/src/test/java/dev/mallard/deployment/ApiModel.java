package dev.mallard.deployment;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;

import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads manifests as the API server would, but accepts nothing that does not come back as it was written: an
 * unknown field would be lost, and a value of a wrong type would change.
 */
final class ApiModel {

    private static final Map<String, Class<?>> TYPES =
            Map.ofEntries(
                    Map.entry("v1/Namespace", V1Namespace.class),
                    Map.entry("v1/ConfigMap", V1ConfigMap.class),
                    Map.entry("v1/Secret", V1Secret.class),
                    Map.entry("v1/Service", V1Service.class),
                    Map.entry("v1/ServiceAccount", V1ServiceAccount.class),
                    Map.entry("apps/v1/Deployment", V1Deployment.class),
                    Map.entry("apps/v1/StatefulSet", V1StatefulSet.class),
                    Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class),
                    Map.entry("rbac.authorization.k8s.io/v1/Role", V1Role.class),
                    Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", V1RoleBinding.class),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler",
                            V2HorizontalPodAutoscaler.class),
                    Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class));

    private ApiModel() {}

    /**
     * The object that a manifest stands for.
     *
     * @throws IllegalArgumentException naming the fields that the API does not know in this form
     */
    static Object read(Map<String, Object> manifest) {
        String type = manifest.get("apiVersion") + "/" + manifest.get("kind");
        Class<?> model = TYPES.get(type);
        if (model == null) {
            throw new IllegalArgumentException("unknown type " + type);
        }
        JsonElement written = JSON.getGson().toJsonTree(manifest);
        Object object;
        try {
            object = JSON.getGson().fromJson(written, model);
        } catch (JsonParseException | IllegalArgumentException | QuantityFormatException wrong) {
            throw new IllegalArgumentException(type + ": " + wrong.getMessage(), wrong);
        }
        List<String> problems = new ArrayList<>();
        compare(type, written, JSON.getGson().toJsonTree(object, model), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return object;
    }

    private static void compare(
            String path, JsonElement written, JsonElement read, List<String> problems) {
        if (written.isJsonObject() && read.isJsonObject()) {
            var names = new TreeSet<>(written.getAsJsonObject().keySet());
            for (String name : names) {
                JsonElement there = read.getAsJsonObject().get(name);
                if (there == null) {
                    problems.add(path + "." + name + " is not a field");
                } else {
                    compare(
                            path + "." + name,
                            written.getAsJsonObject().get(name),
                            there,
                            problems);
                }
            }
        } else if (written.isJsonArray()
                && read.isJsonArray()
                && written.getAsJsonArray().size() == read.getAsJsonArray().size()) {
            for (int i = 0; i < written.getAsJsonArray().size(); i++) {
                compare(
                        path + "[" + i + "]",
                        written.getAsJsonArray().get(i),
                        read.getAsJsonArray().get(i),
                        problems);
            }
        } else if (!written.equals(read)) {
            problems.add(path + " is read as " + read + ", but is " + written);
        }
    }
}
