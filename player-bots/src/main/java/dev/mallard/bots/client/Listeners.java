package dev.mallard.bots.client;

import com.google.protobuf.Message;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The listeners of one client, in the order of their registration. Any thread. */
final class Listeners {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    /** Equal only to itself: the same consumer may be registered twice. */
    private static final class Listener<T extends Message> {

        private final Class<T> type;
        private final Consumer<? super T> consumer;

        Listener(Class<T> type, Consumer<? super T> consumer) {
            this.type = type;
            this.consumer = consumer;
        }

        void tell(Message message) {
            if (type.isInstance(message)) {
                consumer.accept(type.cast(message));
            }
        }
    }

    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

    <T extends Message> Subscription add(Class<T> type, Consumer<? super T> consumer) {
        Listener<T> listener = new Listener<>(type, consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells all; one that throws is logged and does not keep the others from being told. */
    void tell(Message message) {
        for (Listener<?> listener : listeners) {
            try {
                listener.tell(message);
            } catch (RuntimeException failure) {
                LOG.log(Level.ERROR, "a listener failed", failure);
            }
        }
    }
}
