package dev.mallard.lobby;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import dev.mallard.protocol.link.server.PacketHandler;

import jakarta.persistence.Entity;

import org.springframework.beans.factory.annotation.Autowired;

/** What may know what. */
@AnalyzeClasses(
        packages = "dev.mallard.lobby",
        importOptions = ImportOption.DoNotIncludeTests.class)
class LobbyArchitectureTest {

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("dev.mallard.lobby.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowledgeGoesOneWay =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("ops")
                    .definedBy("dev.mallard.lobby.ops..")
                    .layer("presence")
                    .definedBy("dev.mallard.lobby.presence..")
                    .layer("match")
                    .definedBy("dev.mallard.lobby.match..")
                    .layer("room")
                    .definedBy("dev.mallard.lobby.room..")
                    .layer("store")
                    .definedBy("dev.mallard.lobby.store..")
                    .layer("work")
                    .definedBy("dev.mallard.lobby.work..")
                    .whereLayer("ops")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("presence")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("match")
                    .mayOnlyBeAccessedByLayers("presence", "ops")
                    .whereLayer("room")
                    .mayOnlyBeAccessedByLayers("match", "presence", "ops");

    @ArchTest
    static final ArchRule onlyOperationsKnowTheManagementEndpoints =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.mallard.lobby.ops..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.boot.actuate..",
                            "org.springframework.boot.health..");

    @ArchTest
    static final ArchRule handlersAreNamedSo =
            classes()
                    .that()
                    .implement(PacketHandler.class)
                    .should()
                    .haveSimpleNameEndingWith("Handler")
                    .andShould()
                    .bePackagePrivate();

    /** Hibernate is kept from making proxies, which it would need for others. */
    @ArchTest
    static final ArchRule entitiesAreFinal =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule staticStateDoesNotChange = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule socketsAreLeftToTheLinkServer =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.netty..", "java.net..", "dev.mallard.transport..");
}
