package io.huizong.contract.report;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The document that a report's figures were taken from. Each part may be null.
 *
 * @param title its title
 * @param url where it is published
 * @param documentDate 发文日期
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(String title, String url, LocalDate documentDate) {}
