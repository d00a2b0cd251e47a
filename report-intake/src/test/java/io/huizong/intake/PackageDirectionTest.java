package io.huizong.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Entries import the domain, never the reverse; the rules know no framework. */
class PackageDirectionTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huizong.intake");

    @Test
    void the_domain_does_not_know_its_entries() {
        noClasses()
                .that()
                .resideInAnyPackage("..intake.validation..", "..intake.publication..", "..intake.problem..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..intake.submission..", "..intake.bulk..")
                .check(CLASSES);
    }

    @Test
    void a_submission_does_not_know_whether_it_came_in_bulk() {
        noClasses()
                .that()
                .resideInAPackage("..intake.submission..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..intake.bulk..")
                .check(CLASSES);
    }

    @Test
    void validation_and_publication_do_not_know_each_other_nor_how_problems_are_told() {
        noClasses()
                .that()
                .resideInAPackage("..intake.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..intake.publication..", "..intake.problem..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..intake.publication..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..intake.validation..", "..intake.problem..")
                .check(CLASSES);
    }

    @Test
    void the_rules_know_no_framework() {
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
}
