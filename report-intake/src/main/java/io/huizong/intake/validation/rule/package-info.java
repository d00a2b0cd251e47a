/**
 * The rules about a report as a whole, one a file. To add a rule: a record here, a line in {@code ReportRules}, its {@code Rule}
 * in {@code RuleCatalog}, an example in {@code rules.json}. {@code RulesPageTest} writes the page for {@code docs/rules.md}.
 */
package io.huizong.intake.validation.rule;
