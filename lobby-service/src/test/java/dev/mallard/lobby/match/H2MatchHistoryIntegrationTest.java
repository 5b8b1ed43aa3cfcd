package dev.mallard.lobby.match;

import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.nio.file.Path;

/** Match history on the default database, a file. */
@DirtiesContext
class H2MatchHistoryIntegrationTest extends MatchHistoryContract {

    @TempDir static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("MALLARD_DATA_DIR", folder::toString);
    }
}
