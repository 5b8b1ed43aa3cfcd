package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Rooms on the default database, a file. */
@DirtiesContext
class H2RoomStoreIntegrationTest extends RoomStoreContract {

    @TempDir static Path folder;

    @Autowired HikariDataSource pool;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("MALLARD_DATA_DIR", folder::toString);
    }

    @Test
    void roomsAreStillMadeWhenTheConnectionThatMadeTheSchemaIsGone() throws SQLException {
        // The other connection keeps the database open, as those of a busy pool do.
        try (Connection other =
                DriverManager.getConnection(
                        pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            assertThat(other.isValid(1)).isTrue();
            pool.getHikariPoolMXBean().softEvictConnections();
            RoomSnapshot room = rooms.create(rooms.nextId(), player(1), new RoomName("Pond"), 4);
            assertThat(rooms.roomOf(1)).contains(room.id());
            assertThatThrownBy(() -> jdbc.update("update lobby.room set state = 'NONE'"))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("room_state_known")
                    .hasMessageNotContaining("invalid");
        }
    }
}
