package dev.mallard.gateway.upstream;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.Welcome;
import dev.mallard.transport.ConnectFailedException;
import dev.mallard.transport.FrameException;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyClientConnectionFactory;
import dev.mallard.transport.NettyConnection;
import dev.mallard.transport.NettyReceivingChannelAdapter;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps one link alive: connects, shakes hands, notices when the peer is lost, and tries again for ever.
 * Confined to the link's event loop, except that connecting, which waits, has a virtual thread of its own.
 */
final class LinkConnector implements FrameHandler {

    private static final Logger log = LoggerFactory.getLogger(LinkConnector.class);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final UpstreamLink link;
    private final UpstreamProperties properties;
    private final LinkHandshake handshake;
    private final LinkFrames frames;
    private final List<LinkListener> listeners;
    private final LinkMeters meters;
    private final Backoff backoff;
    private final NettyClientConnectionFactory connectionFactory;
    private final NettyReceivingChannelAdapter adapter;

    private @Nullable NettyConnection connection;
    private @Nullable ScheduledFuture<?> timer;
    private @Nullable ScheduledFuture<?> nextAttempt;
    private boolean attempting;
    private boolean congested;
    private boolean everUp;
    private @Nullable LinkTrouble ending;
    private volatile boolean stopped;

    LinkConnector(
            UpstreamLink link,
            UpstreamProperties properties,
            NettyClientConnectionFactory connectionFactory,
            LinkHandshake handshake,
            LinkFrames frames,
            List<LinkListener> listeners,
            LinkMeters meters,
            Backoff backoff) {
        this.link = link;
        this.properties = properties;
        this.handshake = handshake;
        this.frames = frames;
        this.listeners = listeners;
        this.meters = meters;
        this.backoff = backoff;
        this.connectionFactory = connectionFactory;
        this.adapter = new NettyReceivingChannelAdapter(this);
        adapter.setConnectionFactory(connectionFactory);
    }

    /** Begins to connect; returns at once. Any thread. */
    void start() {
        stopped = false;
        adapter.start();
        link.execute(this::attempt);
    }

    /** Sends what waits on the link and closes it; returns at once. Any thread. */
    void stop() {
        stopped = true;
        link.execute(
                () -> {
                    cancel(nextAttempt);
                    NettyConnection current = connection;
                    if (current != null) {
                        current.closeAfterFlush(FAREWELL);
                    }
                });
    }

    /** Closes what {@link #stop} has left open. Not on an event loop. */
    void destroy() {
        adapter.stop();
    }

    // ---- connecting

    private void attempt() {
        nextAttempt = null;
        if (stopped || attempting || connection != null) {
            return;
        }
        attempting = true;
        link.connecting();
        Thread.ofVirtual().name("connect to " + link).start(this::connect);
    }

    private void connect() {
        RuntimeException failure = null;
        try {
            connectionFactory.getConnection();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failure = failed;
        }
        RuntimeException outcome = failure;
        link.execute(() -> attempted(outcome));
    }

    private void attempted(@Nullable RuntimeException failure) {
        attempting = false;
        if (connection != null) {
            return;
        }
        // No connection: it could not be opened, or is closed again already.
        if (failure != null && !(failure instanceof ConnectFailedException) && !stopped) {
            log.error("Link {}: connecting failed", link, failure);
        }
        if (failure == null) {
            retry(LinkTrouble.CLOSED_EARLY, true);
        } else {
            retry(
                    LinkTrouble.of(failure),
                    failure instanceof ConnectFailedException refused && refused.answered());
        }
    }

    /**
     * @param otherwise what is wrong, if nobody has said so when the connection was closed
     */
    private void retry(LinkTrouble otherwise, boolean answered) {
        LinkTrouble known = ending;
        LinkTrouble trouble = known == null ? otherwise : known;
        ending = null;
        if (stopped) {
            link.down(LinkState.BACKING_OFF, "the gateway stops");
            return;
        }
        if (nextAttempt != null) {
            return;
        }
        if (!trouble.text().equals(link.trouble())) {
            log.warn("Link {} is not up: {}", link, trouble.text());
        }
        meters.failed(link.instance().group(), trouble.failure());
        boolean refused = trouble.failure().isRefusal();
        link.down(refused ? LinkState.REFUSED : LinkState.BACKING_OFF, trouble.text());
        Duration wait =
                refused
                        ? backoff.afterRefusal()
                        : backoff.afterFailure(answered, System.nanoTime());
        nextAttempt = link.schedule(wait, this::attempt);
    }

    // ---- a connection

    @Override
    public void onOpen(NettyConnection opened) {
        if (stopped) {
            opened.close();
            return;
        }
        connection = opened;
        opened.write(handshake.hello(link.sessions().loop()));
        timer =
                link.schedule(
                        properties.handshakeTimeout(),
                        () -> close(opened, LinkFailure.NO_WELCOME, "no answer to the hello"));
    }

    @Override
    public void onFrame(NettyConnection from, Object frame) {
        LinkFrame received = (LinkFrame) frame;
        if (!link.isUsable()) {
            shakeHands(from, received);
        } else if (!frames.receive(received)) {
            close(from, LinkFailure.CLOSED, "the instance said goodbye");
        }
    }

    private void shakeHands(NettyConnection opened, LinkFrame first) {
        cancel(timer);
        switch (handshake.judge(first, link.instance().group().name())) {
            case LinkHandshake.Outcome.Refused(LinkFailure failure, String why) ->
                    close(opened, failure, why);
            case LinkHandshake.Outcome.Accepted(Welcome welcome) -> up(opened, welcome);
        }
    }

    private void up(NettyConnection opened, Welcome welcome) {
        ((LinkFrameDecoder) opened.decoder()).trust();
        link.instance().id(welcome.getInstanceId());
        link.instance().gamesSurvive(welcome.getGamesSurvive());
        link.up(opened, welcome.getLoad(), welcome.getTracedRequests());
        if (everUp) {
            link.instance().reconnected();
        }
        everUp = true;
        frames.begin();
        long interval = properties.heartbeatInterval().toNanos();
        timer =
                opened.loop()
                        .scheduleAtFixedRate(
                                () -> beat(opened), interval, interval, TimeUnit.NANOSECONDS);
        log.info("Link {} is up", link);
        SessionAnnouncer.announceAll(link);
        tell(listener -> listener.linkUp(link));
    }

    private void beat(NettyConnection current) {
        if (frames.silentIntervals() >= properties.missedHeartbeats()) {
            close(current, LinkFailure.SILENT, "the instance is silent");
        } else {
            frames.beat(System.nanoTime());
        }
    }

    @Override
    public void onDecodeFailure(NettyConnection from, FrameException failure) {
        close(from, LinkFailure.MALFORMED, String.valueOf(failure.getMessage()));
    }

    /** Closes the connection for a reason that is not to be forgotten. */
    private void close(NettyConnection current, LinkFailure failure, String text) {
        ending = new LinkTrouble(failure, text);
        current.close();
    }

    @Override
    public void onWritabilityChanged(NettyConnection changed, boolean writable) {
        if (changed == connection && congested == writable) {
            congested = !writable;
            if (congested) {
                link.sessions().linkCongested();
            } else {
                link.sessions().linkRelieved();
            }
        }
    }

    @Override
    public void onClosed(NettyConnection closed) {
        if (closed != connection) {
            return;
        }
        connection = null;
        cancel(timer);
        boolean wasUp = link.isUsable();
        if (wasUp) {
            backoff.reset(System.nanoTime());
        }
        link.down(LinkState.BACKING_OFF, link.trouble());
        if (congested) {
            congested = false;
            link.sessions().linkRelieved();
        }
        if (wasUp) {
            link.abandonRequests();
            tell(listener -> listener.linkDown(link));
        }
        if (!attempting) {
            retry(wasUp ? LinkTrouble.CLOSED : LinkTrouble.CLOSED_EARLY, true);
        }
    }

    private void tell(Consumer<LinkListener> event) {
        for (LinkListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException failure) {
                log.error("Link {}: a listener failed", link, failure);
            }
        }
    }

    private static void cancel(@Nullable ScheduledFuture<?> scheduled) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
