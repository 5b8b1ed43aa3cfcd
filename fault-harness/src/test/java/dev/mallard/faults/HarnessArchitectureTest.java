package dev.mallard.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what in the harness. */
@AnalyzeClasses(
        packages = "dev.mallard.faults",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HarnessArchitectureTest {

    @ArchTest
    static final ArchRule scriptsArePure =
            noClasses()
                    .that()
                    .resideInAPackage("dev.mallard.faults.script..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..",
                            "java.net..",
                            "io.netty..",
                            "dev.mallard.faults.inject..",
                            "dev.mallard.faults.run..");

    @ArchTest
    static final ArchRule clustersKnowNothingOfFaults =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.mallard.faults.cluster..", "dev.mallard.faults.proxy..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.mallard.bots..",
                            "dev.mallard.faults.script..",
                            "dev.mallard.faults.inject..",
                            "dev.mallard.faults.run..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.mallard.faults.(*)..").should().beFreeOfCycles();
}
