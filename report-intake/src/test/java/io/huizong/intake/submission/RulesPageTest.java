package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import io.huizong.intake.validation.RuleCatalog;
import io.huizong.intake.validation.finding.Rule;

/** {@code docs/rules.md} is what the rules and the table of their examples say. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final String TODAY = "2026-01-31";

    private static final String HEAD = """
            # 校验规则 · Rules

            A report is checked against all of these at once. `ERROR`: it is refused, with every rule that it breaks. `WARNING`: it
            is accepted, the sender is told, and the warning travels with the event. Codes are stable. A withdrawal is checked
            against those that concern what it says. The examples are sent by a test, which also makes this page: after a change of
            the rules copy `report-intake/target/rules.md` here.

            一份报告同时按以下全部规则校验。`ERROR`：拒收，并一次列出所违反的全部规则。`WARNING`：接收，告知报送方，并随事件保存。规则代码保持不变。撤回按其所涉及的规则校验。
            """;

    @Test
    void the_page_lists_every_rule_with_its_examples() throws IOException {
        String page =
                HEAD + RuleCatalog.all().stream().map(RulesPageTest::section).collect(Collectors.joining());

        Files.writeString(Path.of("target/rules.md"), page);
        assertThat(page).as("target/rules.md").isEqualTo(Files.readString(PAGE));
    }

    private static String section(Rule rule) {
        String examples = RuleExample.all().stream()
                .filter(example -> example.code().equals(rule.code()))
                .map(example -> "| `%s` | `%s` | %s | %s |%n"
                        .formatted(
                                cell(example.shown()), cell(example.pointer()), cell(example.zh()), cell(example.en())))
                .collect(Collectors.joining());
        return """

                ## `%s` · %s

                %s

                %s

                | example | where | zh | en |
                | --- | --- | --- | --- |
                %s""".formatted(
                rule.code(), rule.severity(), rule.checks().zh(), rule.checks().en(), examples);
    }

    private static String cell(String text) {
        return text.replace("{today}", TODAY).replace("|", "\\|");
    }

    @Test
    void no_rule_is_missing_in_the_catalog_and_no_code_stands_for_two() throws IllegalAccessException {
        List<Rule> rules = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPackages(RuleCatalog.class.getPackageName())) {
            for (var field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Rule.class)) {
                    Field constant = field.reflect();
                    if (Modifier.isStatic(constant.getModifiers())) {
                        constant.setAccessible(true);
                        rules.add((Rule) constant.get(null));
                    }
                }
            }
        }

        assertThat(RuleCatalog.all()).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(RuleCatalog.all()).extracting(Rule::code).doesNotHaveDuplicates();
    }
}
