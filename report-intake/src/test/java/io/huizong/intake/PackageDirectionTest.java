package io.huizong.intake;

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
            .importPackages("io.huizong.intake");

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
    void the_rules_use_no_framework() {
        classes()
                .that()
                .resideInAPackage("..intake.validation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.apache.commons.text..",
                        "de.siegmar.fastcsv..",
                        "io.huizong.contract..",
                        "io.huizong.intake.validation..")
                .check(CLASSES);
    }

    @Test
    void a_submission_does_not_know_its_transport() {
        noClasses()
                .that()
                .resideInAnyPackage("..intake.submission..", "..intake.publication..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..intake.http..", "..intake.bulk..", "jakarta.ws.rs..", "io.vertx.core.http..")
                .check(CLASSES);
    }

    @Test
    void publication_knows_nothing_of_what_it_publishes() {
        noClasses()
                .that()
                .resideInAPackage("..intake.publication..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..intake.validation..", "..intake.submission..", "..intake.problem..")
                .check(CLASSES);
    }

    @Test
    void packages_do_not_go_in_circles() {
        slices().matching("io.huizong.intake.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
