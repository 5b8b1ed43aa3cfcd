package dev.mallard.bots;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what among the bots. */
@AnalyzeClasses(packages = "dev.mallard.bots", importOptions = ImportOption.DoNotIncludeTests.class)
class BotsArchitectureTest {

    @ArchTest
    static final ArchRule theClientLibraryStandsAlone =
            noClasses()
                    .that()
                    .resideInAPackage("dev.mallard.bots.client..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.mallard.bots",
                            "dev.mallard.bots.scenario..",
                            "dev.mallard.transport..",
                            "dev.mallard.protocol.link..");

    @ArchTest
    static final ArchRule loadKnowsNothingOfReports =
            noClasses()
                    .that()
                    .resideInAPackage("dev.mallard.bots.load..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.mallard.bots", "dev.mallard.bots.report..");

    @ArchTest
    static final ArchRule behavioursOnlyTellPlayersWhatToDo =
            noClasses()
                    .that()
                    .resideInAPackage("dev.mallard.bots.load.behaviour..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.netty..", "dev.mallard.protocol..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.mallard.bots.(*)..").should().beFreeOfCycles();
}
