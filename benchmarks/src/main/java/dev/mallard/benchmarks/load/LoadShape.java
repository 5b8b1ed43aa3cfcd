package dev.mallard.benchmarks.load;

/**
 * What the clients do.
 *
 * @param recipients how many clients get what the service sends for a request: 1 for an answer to the
 *     sender; more for a room, whose first client sends
 * @param inFlight requests that each sender has under way, at least 1; of no meaning in an open loop
 * @param ratePerSecond requests per second of all senders together, sent whether the answers come or not; 0
 *     for a closed loop, in which an answer brings the next request
 * @param clients how many of the clients take part at most; the others are connected and silent
 */
public record LoadShape(int recipients, int inFlight, double ratePerSecond, int clients) {

    private static final int ALL = Integer.MAX_VALUE;

    public LoadShape {
        if (recipients < 1 || recipients > 255 || inFlight < 1 || ratePerSecond < 0) {
            throw new IllegalArgumentException(
                    "no load: %d, %d, %f".formatted(recipients, inFlight, ratePerSecond));
        }
    }

    /** Every client sends the next request when one is answered. */
    public static LoadShape relay(int inFlight) {
        return new LoadShape(1, inFlight, 0, ALL);
    }

    /** The clients send at a fixed rate. */
    public static LoadShape openLoop(double ratePerSecond) {
        return new LoadShape(1, 1, ratePerSecond, ALL);
    }

    /** The first client of each room sends to the whole room. */
    public static LoadShape fanOut(int roomSize, int inFlight) {
        return new LoadShape(roomSize, inFlight, 0, ALL);
    }

    /** The same for some of the clients. */
    public LoadShape withClients(int number) {
        return new LoadShape(recipients, inFlight, ratePerSecond, number);
    }

    boolean isOpenLoop() {
        return ratePerSecond > 0;
    }
}
