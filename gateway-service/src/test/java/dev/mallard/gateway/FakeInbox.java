package dev.mallard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has come to a fake service, for the test to take out. */
public final class FakeInbox {

    private static final long PATIENCE_SECONDS = 10;

    /** A request as it came. */
    public record Received(int packetType, int userId, long sessionNumber, byte[] payload) {}

    private final String owner;
    private final BlockingQueue<Received> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<LinkControl> controls = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> echoes = new LinkedBlockingQueue<>();

    FakeInbox(String owner) {
        this.owner = owner;
    }

    void add(Received request) {
        requests.add(request);
    }

    void add(LinkControl message) {
        controls.add(message);
    }

    /** A heartbeat was answered. */
    void echo(long sentAt) {
        echoes.add(sentAt);
    }

    /** The time stamp of the next answer to a heartbeat, or null if none comes. */
    @Nullable Long echo() throws InterruptedException {
        return echoes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Received request() throws InterruptedException {
        Received next = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("request at %s", owner).isNotNull();
        return next;
    }

    boolean hasRequest() {
        return !requests.isEmpty();
    }

    LinkControl control(BodyCase kind) throws InterruptedException {
        while (true) {
            LinkControl next = controls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("%s at %s", kind, owner).isNotNull();
            if (next.getBodyCase() == kind) {
                return next;
            }
        }
    }
}
