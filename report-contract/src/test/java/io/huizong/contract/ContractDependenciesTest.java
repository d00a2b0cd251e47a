package io.huizong.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The contract can be used anywhere: it needs Java and a JSON library, no framework, and its packages form no circle. */
class ContractDependenciesTest {

    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huizong.contract");

    @Test
    void the_contract_needs_nothing_but_java_and_libraries_for_json_and_csv() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "com.fasterxml.jackson..", "de.siegmar.fastcsv..", "io.huizong.contract..")
                .check(CONTRACT);
    }

    @Test
    void its_packages_form_no_circle() {
        slices().matching("io.huizong.contract.(*)..").should().beFreeOfCycles().check(CONTRACT);
    }

    @Test
    void divisions_indicators_and_reports_know_nothing_of_events() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..event..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..event..")
                .check(CONTRACT);
    }
}
