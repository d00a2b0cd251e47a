package io.huizong.contract.report;

import java.time.LocalDate;

/**
 * The document that a report's figures were taken from. Each part may be null.
 *
 * @param title its title
 * @param url where it is published
 * @param documentDate 发文日期
 */
public record Source(String title, String url, LocalDate documentDate) {}
