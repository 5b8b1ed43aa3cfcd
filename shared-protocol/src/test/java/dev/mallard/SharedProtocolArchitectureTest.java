package dev.mallard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;

import org.jspecify.annotations.NullMarked;

/** What may know what in the shared module. */
@AnalyzeClasses(packages = "dev.mallard", importOptions = ImportOption.DoNotIncludeTests.class)
class SharedProtocolArchitectureTest {

    @ArchTest
    static final ArchRule transportKnowsNoProtocol =
            noClasses()
                    .that()
                    .resideInAPackage("dev.mallard.transport..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.mallard.protocol..");

    @ArchTest
    static final ArchRule clientAndLinkProtocolKnowNothingOfEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("dev.mallard.protocol.client..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.mallard.protocol.link..");

    @ArchTest
    static final ArchRule codecsKnowNoSpringContext =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.mallard.protocol", "dev.mallard.protocol.link")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.mallard.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes()
                    .that()
                    .resideOutsideOfPackages("..message..")
                    .should(
                            new ArchCondition<JavaClass>("live in a null-marked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    boolean marked =
                                            type.getPackage().isAnnotatedWith(NullMarked.class);
                                    events.add(
                                            new SimpleConditionEvent(
                                                    type, marked, type.getName() + ": " + marked));
                                }
                            });

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothingPrints =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
