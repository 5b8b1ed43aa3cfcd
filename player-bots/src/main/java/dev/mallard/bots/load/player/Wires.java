package dev.mallard.bots.load.player;

import dev.mallard.protocol.client.ClientFrameCodec;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.EventLoops;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Opens connections, all on one event loop, and sends what they have collected in each of its turns. */
public final class Wires implements AutoCloseable {

    /** The largest payload that is read, and the most bytes that may wait to be sent. */
    private static final int LIMIT = 1 << 20;

    private final EventLoops loops = new EventLoops(1, "bots");
    private final EventLoop loop = loops.loop(0);
    private final ClientFrameCodec codec = new ClientFrameCodec(ProtocolVersion.DEFAULT, LIMIT);
    private final Access access;
    private final Bootstrap bootstrap;
    private final Runnable flushAll = this::flushAll;
    private List<Wire> unflushed = new ArrayList<>();
    private List<Wire> flushing = new ArrayList<>();

    public Wires(Access access) {
        this.access = access;
        this.bootstrap =
                new Bootstrap()
                        .group(loop)
                        .channel(channelType())
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(access.timeout().toMillis()))
                        .option(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(LIMIT / 2, LIMIT));
    }

    private Class<? extends SocketChannel> channelType() {
        boolean epoll = ((IoEventLoopGroup) loops.group()).isIoType(EpollIoHandler.class);
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** Attempts to log in without success after which a player gives up. */
    int attempts() {
        return access.attempts();
    }

    /** The loop that everything runs on. */
    public EventLoop loop() {
        return loop;
    }

    /**
     * Begins to connect.
     *
     * @param choice which of the gateways; numbers beyond the last one begin again with the first
     * @param connected gets the connection just before the listener is told that it is open
     */
    void open(int choice, WireListener listener, Consumer<Wire> connected) {
        ChannelInitializer<Channel> reader =
                new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new FrameReader(codec.newDecoder(), listener));
                    }
                };
        ChannelFuture connecting =
                bootstrap.clone().handler(reader).connect(access.gateway(choice));
        connecting.addListener(
                done -> {
                    if (!done.isSuccess()) {
                        listener.failed();
                        return;
                    }
                    Channel channel = connecting.channel();
                    connected.accept(new Wire(channel, this));
                    listener.opened();
                    channel.closeFuture().addListener(closed -> listener.closed());
                });
    }

    void encode(GamePacket packet, ByteBuf out) {
        codec.encoder().encode(packet, out);
    }

    void flushLater(Wire wire) {
        if (unflushed.isEmpty()) {
            loop.execute(flushAll);
        }
        unflushed.add(wire);
    }

    private void flushAll() {
        List<Wire> batch = unflushed;
        unflushed = flushing;
        flushing = batch;
        batch.forEach(Wire::flush);
        batch.clear();
    }

    /** Closes all connections and ends the loop. */
    @Override
    public void close() {
        loops.close();
    }
}
