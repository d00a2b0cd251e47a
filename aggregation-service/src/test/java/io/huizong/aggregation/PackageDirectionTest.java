package io.huizong.aggregation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Entries import the domain, never the reverse; the arithmetic knows no framework. */
class PackageDirectionTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huizong.aggregation");

    private static final List<String> ENTRIES =
            List.of("..aggregation.consumption..", "..aggregation.maintenance..", "..aggregation.query..");

    @Test
    void the_domain_does_not_know_its_entries() {
        noClasses()
                .that()
                .resideInAnyPackage("..aggregation.report..", "..aggregation.rollup..", "..aggregation.place..")
                .or()
                .resideInAnyPackage("..aggregation.generation..", "..aggregation.changes..")
                .or()
                .resideInAnyPackage("..aggregation.completeness..", "..aggregation.live..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..aggregation.consumption..",
                        "..aggregation.maintenance..",
                        "..aggregation.query..",
                        "..aggregation.security..")
                .check(CLASSES);
    }

    @Test
    void entries_do_not_know_each_other() {
        for (String entry : ENTRIES) {
            noClasses()
                    .that()
                    .resideInAPackage(entry)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ENTRIES.stream()
                            .filter(other -> !other.equals(entry))
                            .toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void the_arithmetic_knows_no_framework() {
        noClasses()
                .that()
                .resideInAPackage("..rollup.arithmetic..")
                .or()
                .haveSimpleName("Place")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "io.smallrye..", "org.apache..")
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
