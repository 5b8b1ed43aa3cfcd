package dev.mallard.game.lifecycle;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.server.ControlListener;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.LinkServerProperties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Passes the gateways' messages about games to those who act on them. Event loops. */
@Component
final class GameControl implements ControlListener {

    private static final Logger log = LoggerFactory.getLogger(GameControl.class);

    private final GameLifecycle lifecycle;
    private final SeatOffers seats;
    private final GameAdoption adoption;
    private final String instanceId;

    GameControl(
            GameLifecycle lifecycle,
            SeatOffers seats,
            GameAdoption adoption,
            LinkServerProperties properties) {
        this.lifecycle = lifecycle;
        this.seats = seats;
        this.adoption = adoption;
        this.instanceId = properties.instanceId();
    }

    @Override
    public void onControl(GatewayLink link, LinkControl message) {
        switch (message.getBodyCase()) {
            case CREATE_GAME -> lifecycle.create(message.getCreateGame().getRoom(), link::control);
            case CANCEL_GAME -> {
                if (meantForUs(message.getCancelGame().getGameInstance())) {
                    adoption.cancelled(message.getCancelGame().getGameId());
                    lifecycle.cancel(message.getCancelGame().getGameId());
                }
            }
            case GAME_END_RECORDED -> {
                if (meantForUs(message.getGameEndRecorded().getGameInstance())) {
                    lifecycle.recorded(message.getGameEndRecorded().getGameId());
                }
            }
            case GAME_MOVE_RECORDED -> {
                if (meantForUs(message.getGameMoveRecorded().getGameInstance())) {
                    adoption.recorded(message.getGameMoveRecorded().getGameId());
                }
            }
            case RESUME_SEAT -> seats.resume(message.getResumeSeat());
            case DECLINE_SEAT -> seats.decline(message.getDeclineSeat());
            default -> log.warn("Link {} sent {}, which is ignored", link, message.getBodyCase());
        }
    }

    private boolean meantForUs(String instance) {
        return instance.isEmpty() || instance.equals(instanceId);
    }
}
