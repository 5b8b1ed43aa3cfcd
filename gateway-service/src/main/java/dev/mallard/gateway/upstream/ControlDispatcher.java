package dev.mallard.gateway.upstream;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hands each control message to the handlers that want it. Event loops. */
final class ControlDispatcher {

    private static final Logger log = LoggerFactory.getLogger(ControlDispatcher.class);

    private final Map<BodyCase, List<ControlHandler>> handlers = new EnumMap<>(BodyCase.class);

    ControlDispatcher(List<ControlHandler> handlers) {
        for (ControlHandler handler : handlers) {
            for (BodyCase body : handler.messages()) {
                this.handlers.computeIfAbsent(body, none -> new ArrayList<>()).add(handler);
            }
        }
    }

    void dispatch(UpstreamLink link, LinkControl message) {
        List<ControlHandler> interested = handlers.getOrDefault(message.getBodyCase(), List.of());
        if (interested.isEmpty()) {
            log.warn("Link {}: nobody knows what to do with {}", link, message.getBodyCase());
        }
        for (ControlHandler handler : interested) {
            try {
                handler.handle(link, message);
            } catch (RuntimeException failure) {
                log.error("Link {}: serving {} failed", link, message.getBodyCase(), failure);
            }
        }
    }
}
