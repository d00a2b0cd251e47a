package io.huizong.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** How something is measured does not depend on what it is; a reference has nothing of the services' own work in it. */
class PackageDirectionTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huizong.benchmarks");

    @Test
    void measuring_does_not_know_what_is_measured() {
        noClasses()
                .that()
                .resideInAPackage("..benchmarks.measure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..benchmarks.load..", "..benchmarks.row..", "..benchmarks.figure..")
                .check(CLASSES);
    }

    @Test
    void references_do_not_use_our_arithmetic() {
        noClasses()
                .that()
                .resideInAPackage("..benchmarks.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..aggregation.rollup..", "..aggregation.submission..", "..aggregation.ingest..")
                .check(CLASSES);
    }

    @Test
    void packages_do_not_go_in_circles() {
        slices().matching("io.huizong.benchmarks.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
