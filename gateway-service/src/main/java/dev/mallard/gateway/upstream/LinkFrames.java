package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.HeartbeatEcho;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Load;

/** Serves the frames of one link that is up. Confined to the link's event loop. */
final class LinkFrames {

    private final UpstreamLink link;
    private final DeliveryFanOut fanOut;
    private final ControlDispatcher control;
    private final LinkMeters meters;
    private boolean heard;
    private int silentIntervals;

    LinkFrames(
            UpstreamLink link,
            DeliveryFanOut fanOut,
            ControlDispatcher control,
            LinkMeters meters) {
        this.link = link;
        this.fanOut = fanOut;
        this.control = control;
        this.meters = meters;
    }

    /** The link begins to live now. */
    void begin() {
        heard = true;
        silentIntervals = 0;
    }

    /**
     * To be asked at the end of each heartbeat interval; so that frames need no clock.
     *
     * @return how many whole intervals nothing has come, with the one that ends now
     */
    int silentIntervals() {
        silentIntervals = heard ? 0 : silentIntervals + 1;
        heard = false;
        return silentIntervals;
    }

    /**
     * Serves a frame.
     *
     * @return false if the link has to be closed: the instance says goodbye, or sends what it must not
     */
    boolean receive(LinkFrame frame) {
        heard = true;
        return switch (frame) {
            case LinkFrame.Delivery delivery -> {
                fanOut.deliver(link, delivery);
                yield true;
            }
            case LinkFrame.Answer answer -> {
                fanOut.deliver(link, answer);
                yield true;
            }
            case LinkFrame.Done done -> {
                finish(done);
                yield true;
            }
            case LinkFrame.Control(LinkControl message) -> receive(message);
            case LinkFrame.Request request -> false;
            case LinkFrame.TracedRequest traced -> false;
        };
    }

    private void finish(LinkFrame.Done done) {
        ClientSession session = link.sessions().find(done.userId());
        if (session != null && session.number() == done.sessionNumber()) {
            session.openRequests().answered(link.slot());
        }
    }

    private boolean receive(LinkControl message) {
        switch (message.getBodyCase()) {
            case HEARTBEAT -> {
                link.loaded(message.getHeartbeat().getLoad());
                link.control(
                        LinkControl.newBuilder()
                                .setHeartbeatEcho(
                                        HeartbeatEcho.newBuilder()
                                                .setSentAt(message.getHeartbeat().getSentAt())));
            }
            case HEARTBEAT_ECHO ->
                    meters.roundTrip(
                            link.instance().group(),
                            System.nanoTime() - message.getHeartbeatEcho().getSentAt());
            case GOODBYE -> {
                return false;
            }
            default -> control.dispatch(link, message);
        }
        return true;
    }

    void beat(long nowNanos) {
        link.control(
                LinkControl.newBuilder()
                        .setHeartbeat(
                                Heartbeat.newBuilder()
                                        .setSentAt(nowNanos)
                                        .setLoad(
                                                Load.newBuilder()
                                                        .setSessions(link.sessions().userCount())
                                                        .setAcceptingWork(true))));
    }
}
