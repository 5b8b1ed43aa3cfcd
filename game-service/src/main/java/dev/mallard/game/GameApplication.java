package dev.mallard.game;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the game service. */
@SpringBootApplication
public class GameApplication {

    /**
     * @param arguments settings in Spring's form, such as {@code --mallard.link.port=5558}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(GameApplication.class, arguments);
    }
}
