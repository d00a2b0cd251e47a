package io.huizong.intake.validation.shape;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.report.Source;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The document that the figures were taken from. */
public final class SourceMember implements ObjectShape.MemberReader<ReportCandidate> {

    public static final Rule URL = Rule.error(
            "source.url",
            "source.url 是 http:// 或 https:// 网址",
            "source.url is a web address",
            "%s 不是网址，应以 http:// 或 https:// 开头",
            "%s is no web address, expected one that begins with http:// or https://");

    public static final Rule DOCUMENT_DATE = Rule.error(
            "source.document_date",
            "source.documentDate 是写作 2022-01-21 的日期",
            "source.documentDate is a date, written as 2022-01-21",
            "%s 不是日期，应为 2022-01-21 这样的日期",
            "%s is no date, expected one such as 2022-01-21");

    private static final int DATE_LENGTH = "2022-01-21".length();

    private final ObjectShape<Parts> shape = new ObjectShape<Parts>()
            .may("title", Texts.into((parts, title) -> parts.title = title))
            .may("url", SourceMember::readUrl)
            .may("documentDate", SourceMember::readDate);

    private static final class Parts {

        String title;
        String url;
        LocalDate documentDate;
    }

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        Parts parts = new Parts();
        shape.read(value, at, parts, findings);
        into.source = new Source(parts.title, parts.url, parts.documentDate);
    }

    private static void readUrl(JsonNode value, Pointer at, Parts into, Findings findings) {
        into.url = Texts.read(value, at, findings).orElse(null);
        if (into.url != null && !isWebAddress(into.url)) {
            findings.add(URL, at, Quoted.shown(value));
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void readDate(JsonNode value, Pointer at, Parts into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        String text = value.textValue();
        try {
            into.documentDate = text.length() == DATE_LENGTH ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            // No such day; the finding below says so.
        }
        if (into.documentDate == null) {
            findings.add(DOCUMENT_DATE, at, Quoted.shown(value));
        }
    }
}
