package dev.mallard.bots.load.measure;

/** What is worth counting about players, and is no error. */
public enum Happening {
    ACCOUNT_REGISTERED("accounts registered"),
    LOGIN_BACK_OFF("logins put off because the server was busy"),
    RECONNECT("connections made again after a loss"),
    GAME_STARTED("games started"),
    GAME_ENDED("games ended"),
    WAVE_PLACED("waves placed by hosts"),
    SEAT_RESUMED("seats taken again after a loss"),
    BEAT_DROPPED("actions given up because the player had too many waiting");

    private final String label;

    Happening(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
