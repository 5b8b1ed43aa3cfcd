package dev.mallard.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import jakarta.persistence.Entity;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the gateway's packages. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.mallard.gateway");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.mallard.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void clientConnectionsKnowNothingOfWhatIsBehindThem() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..gateway.account..",
                        "..gateway.upstream..",
                        "..gateway.routing..",
                        "..gateway.placement..",
                        "..gateway.presence..",
                        "..gateway.ops..")
                .check(CLASSES);
    }

    @Test
    void onlyOpsLooksAtEverything() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.ops..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway.ops..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.account..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway.account..")
                .check(CLASSES);
    }

    @Test
    void socketsAreNobodyElsesBusiness() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..gateway.client..", "..gateway.upstream..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Autowired.class).check(CLASSES);
    }

    /** Hibernate is kept from making proxies, which it would need for others. */
    @Test
    void entitiesAreFinal() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(type -> type.getPackage()).distinct())
                .isNotEmpty()
                .allMatch(type -> type.isAnnotatedWith(NullMarked.class), "is null-marked");
    }
}
