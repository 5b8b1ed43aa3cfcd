package dev.mallard.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

@Timeout(120)
class RedisTest {

    @Test
    void answersAndIsEmptyAfterANewStart() throws IOException {
        try (Redis redis = Redis.started()) {
            assertThat(ask(redis, "SET duck quack")).isEqualTo("+OK");
            assertThat(ask(redis, "GET duck")).isEqualTo("$5");
            redis.stop();
            redis.start();
            assertThat(ask(redis, "GET duck")).isEqualTo("$-1");
            assertThat(redis.settings()).containsValue("redis://localhost:" + redis.port());
        }
    }

    /** The first line of the answer to a command. */
    private static String ask(Redis redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c != '\r' && c >= 0;
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }
}
