package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;

import java.util.concurrent.TimeUnit;

/** One client of the load. Confined to the event loop of the load. */
final class LoadClient extends FrameReader {

    private final LoadClients group;
    private final int index;
    private final Collector collector;
    private int sent;
    private int expected;
    private boolean ready;

    LoadClient(LoadClients group, int index, Channel channel, Collector.Round round) {
        this.group = group;
        this.index = index;
        this.collector = new Collector(channel, round);
    }

    /** Number of the client in its group, from 0. */
    int index() {
        return index;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        group.entrance().begin(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        super.channelInactive(context);
        group.lost(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        group.failed(cause);
        context.close();
    }

    @Override
    protected boolean readFrame(ByteBuf in) {
        int length = ClientWire.payloadLength(in);
        if (length < 0) {
            return false;
        }
        int start = in.readerIndex();
        int payload = start + ClientWire.HEADER;
        if (ready) {
            int sequence = in.getInt(payload + Probe.SEQUENCE);
            if (sequence != expected) {
                group.outOfOrder(this, expected, sequence);
            }
            expected = sequence + 1;
            group.received(this, in, payload);
        } else {
            int packetType = in.getUnsignedShort(start);
            if (packetType == LoadClients.ANSWER) {
                ready = true;
                group.ready(this);
            } else {
                group.entrance().received(this, packetType, in.slice(payload, length));
            }
        }
        in.readerIndex(payload + length);
        return true;
    }

    /** The numbers of the frames begin again, here and with the room that the client is in. */
    void restart() {
        sent = 0;
        expected = 0;
    }

    /** Tells the service who the client is; the answer makes it ready. */
    void introduce() {
        write(LoadClients.REQUEST, LoadClients.PAYLOAD, Probe.INTRODUCTION, 0);
    }

    /** Sends a request that is due now or has been for a while. */
    void send(int packetType, int payloadLength, int recipients, long due) {
        write(packetType, payloadLength, recipients, due);
        sent++;
    }

    private void write(int packetType, int payloadLength, int recipients, long due) {
        ByteBuf out = collector.out();
        ClientWire.writeHeader(out, packetType, payloadLength);
        Probe.write(out, payloadLength, recipients, index, sent, due);
    }

    /** Does something on the loop after a while. */
    void later(long millis, Runnable task) {
        collector.channel().eventLoop().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** Sends any frame. */
    void send(int packetType, byte[] payload) {
        ByteBuf out = collector.out();
        ClientWire.writeHeader(out, packetType, payload.length);
        out.writeBytes(payload);
    }
}
