package dev.mallard.gateway.upstream;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Keeps the secret that everybody knows out of production. */
final class LinkSecretPolicy {

    static final String WHAT_TO_DO =
            "set the environment variable MALLARD_LINK_SECRET (property mallard.link.secret) to a"
                    + " secret that all services of this deployment share";

    private static final String PRODUCTION = "prod";
    private static final String OF_DEVELOPMENT = "mallard-development-secret";

    /**
     * @throws IllegalStateException if the secret is the one of development under the profile {@code prod}
     */
    LinkSecretPolicy(LinkProperties properties, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of(PRODUCTION))
                && properties.secret().equals(OF_DEVELOPMENT)) {
            throw new IllegalStateException(
                    "the link secret is the one for development, which everybody knows: "
                            + WHAT_TO_DO);
        }
    }
}
