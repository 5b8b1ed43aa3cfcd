package dev.mallard.benchmarks.load;

/**
 * The services behind one gateway.
 *
 * @param lobbyPort where the requests go
 * @param gamePort a service that the gateway wants to be linked with, and that has nothing to do
 */
public record LoadServices(int lobbyPort, int gamePort) {

    /** Begins to listen on free ports. */
    public static LoadServices start(LoadLoop loop) {
        return new LoadServices(listen(loop, "lobby"), listen(loop, "game"));
    }

    private static int listen(LoadLoop loop, String role) {
        EchoService service = new EchoService(role);
        return loop.listen(0, true, channel -> service.new Link(channel, loop.round()));
    }
}
