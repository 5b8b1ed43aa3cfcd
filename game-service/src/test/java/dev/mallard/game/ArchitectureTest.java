package dev.mallard.game;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.mallard.protocol.link.server.PacketHandler;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.mallard.game.world..", "dev.mallard.game.rules..", "dev.mallard.game.content.."
    };

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.mallard.game");

    @Test
    void theGameItselfKnowsNothingOfTheServiceAroundIt() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.netty..",
                        "com.google.protobuf..",
                        "dev.mallard.protocol..",
                        "dev.mallard.transport..",
                        "io.micrometer..",
                        "java.net..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "dev.mallard.game.loop..",
                        "dev.mallard.game.lifecycle..",
                        "dev.mallard.game.handler..",
                        "dev.mallard.game.wire..",
                        "dev.mallard.game.ops..",
                        "dev.mallard.game.snapshot..",
                        "dev.mallard.game")
                .check(classes);
    }

    @Test
    void theGameItselfHasNoClockAndNoChanceOfItsOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .check(classes);
    }

    @Test
    void theLoopKnowsNeitherLinksNorPackets() {
        noClasses()
                .that()
                .resideInAPackage("dev.mallard.game.loop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mallard.protocol..", "com.google.protobuf..", "org.springframework..")
                .check(classes);
    }

    @Test
    void snapshotsKnowTheGameAndNothingAroundIt() {
        classes()
                .that()
                .resideInAPackage("dev.mallard.game.snapshot..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        "com.google.protobuf",
                        "dev.mallard.game.snapshot..",
                        "dev.mallard.game.world..",
                        "dev.mallard.game.rules..",
                        "dev.mallard.game.content..")
                .check(classes);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.mallard.game.(*)..").should().beFreeOfCycles().check(classes);
        noClasses()
                .that()
                .resideInAPackage("dev.mallard.game.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.mallard.game")
                .check(classes);
    }

    @Test
    void handlersAreInTheirPackageAndAreCalledSo() {
        classes()
                .that()
                .implement(PacketHandler.class)
                .should()
                .resideInAPackage("dev.mallard.game.handler")
                .andShould()
                .haveSimpleNameEndingWith("Handler")
                .check(classes);
    }
}
