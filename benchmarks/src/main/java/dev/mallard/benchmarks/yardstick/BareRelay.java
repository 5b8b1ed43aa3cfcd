package dev.mallard.benchmarks.yardstick;

import dev.mallard.benchmarks.load.ClientWire;
import dev.mallard.benchmarks.load.Collector;
import dev.mallard.benchmarks.load.FrameReader;
import dev.mallard.benchmarks.load.LinkWire;
import dev.mallard.benchmarks.load.LoadLoop;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.collection.IntObjectHashMap;

/**
 * The least that a gateway on Netty has to do: one event loop, one flush per connection and iteration, the
 * frames of both protocols, and nothing else. It knows no login, no limits and no metrics; a connection's
 * number is its user.
 */
public final class BareRelay {

    private final IntObjectHashMap<Collector> clients = new IntObjectHashMap<>();
    private final LoadLoop loop = new LoadLoop("relay");
    private final Collector service;
    private int lastUser;

    private BareRelay(int clientPort, int servicePort) {
        Channel link =
                loop.connect(servicePort, true, channel -> new FromService())
                        .syncUninterruptibly()
                        .channel();
        service = new Collector(link, loop.round());
        loop.listen(clientPort, false, FromClient::new);
        link.closeFuture().addListener(closed -> System.exit(0));
    }

    /**
     * Runs until the service is gone.
     *
     * @param arguments port for the clients, and port of the service
     */
    public static void main(String[] arguments) {
        BareRelay relay =
                new BareRelay(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("ready");
        relay.service.channel().closeFuture().awaitUninterruptibly();
    }

    private final class FromClient extends FrameReader {

        private final int user = ++lastUser;

        FromClient(Channel channel) {
            clients.put(user, new Collector(channel, loop.round()));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            super.channelInactive(context);
            clients.remove(user);
        }

        @Override
        protected boolean readFrame(ByteBuf in) {
            int length = ClientWire.payloadLength(in);
            if (length < 0) {
                return false;
            }
            int start = in.readerIndex();
            ByteBuf out = service.out();
            out.writeInt(LinkWire.REQUEST_HEADER + length);
            out.writeByte(LinkWire.REQUEST);
            out.writeShort(in.getUnsignedShort(start));
            out.writeInt(user);
            out.writeLong(1);
            out.writeBytes(in, start + ClientWire.HEADER, length);
            in.readerIndex(start + ClientWire.HEADER + length);
            return true;
        }
    }

    private final class FromService extends FrameReader {

        @Override
        protected boolean readFrame(ByteBuf in) {
            int length = LinkWire.frameLength(in);
            if (length < 0) {
                return false;
            }
            int start = in.readerIndex() + Integer.BYTES;
            switch (in.getByte(start)) {
                case LinkWire.DELIVERY -> deliver(in, start, start + length);
                case LinkWire.ANSWER -> answer(in, start, start + length);
                default -> throw new IllegalStateException("an unknown frame of the service");
            }
            in.readerIndex(start + length);
            return true;
        }

        private void answer(ByteBuf in, int start, int end) {
            send(
                    in.getInt(start + LinkWire.ANSWER_USER),
                    in.getUnsignedShort(start + 1),
                    in,
                    start + LinkWire.ANSWER_HEADER,
                    end);
        }

        private void deliver(ByteBuf in, int start, int end) {
            int packetType = in.getUnsignedShort(start + 1);
            int count = in.getUnsignedShort(start + 3);
            int recipients = start + LinkWire.DELIVERY_HEADER;
            int payload = recipients + Integer.BYTES * count;
            for (int i = 0; i < count; i++) {
                send(in.getInt(recipients + Integer.BYTES * i), packetType, in, payload, end);
            }
        }

        private void send(int recipient, int packetType, ByteBuf in, int payload, int end) {
            Collector client = clients.get(recipient);
            if (client != null) {
                ByteBuf out = client.out();
                ClientWire.writeHeader(out, packetType, end - payload);
                out.writeBytes(in, payload, end - payload);
            }
        }
    }
}
