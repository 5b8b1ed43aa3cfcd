package dev.mallard.faults.script;

/** Connections that can be disturbed. */
public sealed interface Way {

    /** What such ways have in common in a report. */
    String sort();

    /**
     * From the players to a gateway.
     *
     * @param gateway from 1
     */
    record Door(int gateway) implements Way {

        @Override
        public String sort() {
            return "clients";
        }

        @Override
        public String toString() {
            return "clients of gateway-" + gateway;
        }
    }

    /**
     * From one gateway to one lobby or game service.
     *
     * @param gateway from 1
     */
    record Link(int gateway, Spot to) implements Way {

        @Override
        public String sort() {
            return "link to " + to.service().label();
        }

        @Override
        public String toString() {
            return "gateway-" + gateway + " to " + to;
        }
    }
}
