package dev.mallard.game.lifecycle;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.message.GamePacket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gateways that write down what they are told, and the packets in between, as short lines. */
final class RecordingGateways implements Gateways {

    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Long> sessions = new HashMap<>();
    private final List<GameEnded> reports = new ArrayList<>();

    void logIn(int userId, long sessionNumber) {
        sessions.put(userId, sessionNumber);
    }

    void logOut(int userId) {
        sessions.remove(userId);
    }

    /** Everything since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    List<GameEnded> reports() {
        return reports;
    }

    void packet(int[] userIds, GamePacket packet) {
        lines.add(PacketCatalogue.get().typeOf(packet).id() + " to " + Arrays.toString(userIds));
    }

    @Override
    public boolean loggedIn(int userId) {
        return sessions.containsKey(userId);
    }

    @Override
    public boolean current(int userId, long sessionNumber) {
        return sessions.getOrDefault(userId, -1L) == sessionNumber;
    }

    @Override
    public void entered(int gameId, long fence, Collection<Integer> userIds) {
        lines.add("entered " + gameId + fenced(fence) + " " + userIds);
    }

    private static String fenced(long fence) {
        return fence == 0 ? "" : "#" + fence;
    }

    @Override
    public void moved(GameMoved report, List<Integer> userIds) {
        lines.add(
                "moved "
                        + report.getGameId()
                        + fenced(report.getFence())
                        + " from "
                        + report.getFormerInstance());
    }

    @Override
    public void released(int gameId, Collection<Integer> userIds) {
        lines.add("released " + gameId + " " + userIds);
    }

    @Override
    public void left(int gameId, int userId) {
        lines.add("left " + gameId + " " + userId);
    }

    @Override
    public void ended(GameEnded report) {
        lines.add("ended " + report.getGameId() + " " + report.getOutcome());
        reports.add(report);
    }

    @Override
    public void created(int gameId, long fence, Consumer<LinkControl> asker) {
        lines.add("created " + gameId);
    }

    @Override
    public void notCreated(int gameId, ErrorCode reason, Consumer<LinkControl> asker) {
        lines.add("not created " + gameId + " " + reason);
    }
}
