package io.huizong.aggregation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may use which, by role. */
class PackageDirectionTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huizong.aggregation");

    @Test
    void no_class_uses_a_resource() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Resource(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.huizong\\..*Resource")
                .check(CLASSES);
    }

    @Test
    void the_arithmetic_uses_no_framework_and_no_other_package() {
        classes()
                .that()
                .resideInAPackage("..rollup.arithmetic..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.huizong.contract..", "..rollup.arithmetic..")
                .check(CLASSES);
    }

    @Test
    void the_audit_uses_neither_the_arithmetic_nor_the_stores_that_it_checks() {
        noClasses()
                .that()
                .resideInAPackage("..aggregation.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..rollup..", "..submission..", "io.huizong.aggregation.ingest..")
                .check(CLASSES);
    }

    @Test
    void stores_do_not_know_who_reads_or_fills_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..aggregation.submission..", "..aggregation.rollup..", "..aggregation.persistence..")
                .or()
                .resideInAnyPackage("..aggregation.offset..", "..aggregation.generation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.huizong.aggregation.ingest..",
                        "io.huizong.aggregation.query..",
                        "io.huizong.aggregation.feed..",
                        "io.huizong.aggregation.audit..",
                        "io.huizong.aggregation.metrics..",
                        "io.huizong.aggregation.security..")
                .check(CLASSES);
    }

    @Test
    void queries_do_not_know_how_reports_are_taken_in() {
        noClasses()
                .that()
                .resideInAPackage("..aggregation.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.huizong.aggregation.ingest..", "io.huizong.aggregation.audit..", "..generation.rebuild..")
                .check(CLASSES);
    }

    @Test
    void packages_do_not_go_in_circles() {
        slices().matching("io.huizong.aggregation.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
