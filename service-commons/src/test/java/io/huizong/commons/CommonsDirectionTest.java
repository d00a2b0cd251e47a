package io.huizong.commons;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What both services share knows neither of them. */
class CommonsDirectionTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huizong.commons");

    @Test
    void it_knows_neither_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.huizong.intake..", "io.huizong.aggregation..")
                .check(CLASSES);
    }

    @Test
    void packages_do_not_go_in_circles() {
        slices().matching("io.huizong.commons.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
