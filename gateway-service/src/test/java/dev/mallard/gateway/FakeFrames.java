package dev.mallard.gateway;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.HeartbeatEcho;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.Refusal;
import dev.mallard.protocol.link.message.SessionAccepted;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.Welcome;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** The frames that a fake service sends. */
final class FakeFrames {

    private FakeFrames() {}

    static LinkControl.Builder welcome(
            String instanceId, String role, Load load, boolean gamesSurvive) {
        return LinkControl.newBuilder()
                .setWelcome(
                        Welcome.newBuilder()
                                .setInstanceId(instanceId)
                                .setRole(role)
                                .setLoad(load)
                                .setGamesSurvive(gamesSurvive));
    }

    static LinkControl.Builder refusal(String why) {
        return LinkControl.newBuilder()
                .setRefusal(
                        Refusal.newBuilder()
                                .setReason(Refusal.Reason.WRONG_SECRET)
                                .setMessage(why));
    }

    static LinkControl.Builder heartbeat(long sentAt, Load load) {
        return LinkControl.newBuilder()
                .setHeartbeat(Heartbeat.newBuilder().setSentAt(sentAt).setLoad(load));
    }

    static LinkControl.Builder echo(Heartbeat heartbeat) {
        return LinkControl.newBuilder()
                .setHeartbeatEcho(HeartbeatEcho.newBuilder().setSentAt(heartbeat.getSentAt()));
    }

    static LinkControl.Builder accepted(SessionOpened session, Location location) {
        return LinkControl.newBuilder()
                .setSessionAccepted(
                        SessionAccepted.newBuilder()
                                .setUserId(session.getUserId())
                                .setSessionNumber(session.getSessionNumber())
                                .setLocation(location));
    }

    static LinkFrame.Delivery delivery(GamePacket packet, int... userIds) {
        ByteBuf recipients = Unpooled.buffer();
        for (int userId : userIds) {
            recipients.writeInt(userId);
        }
        return new LinkFrame.Delivery(
                PacketCatalogue.get().typeOf(packet).id(),
                recipients,
                Unpooled.wrappedBuffer(packet.toByteArray()));
    }

    static LinkFrame.Answer answer(
            GamePacket packet, int userId, long sessionNumber, boolean protocolError) {
        return new LinkFrame.Answer(
                PacketCatalogue.get().typeOf(packet).id(),
                userId,
                sessionNumber,
                true,
                protocolError,
                Unpooled.wrappedBuffer(packet.toByteArray()));
    }
}
