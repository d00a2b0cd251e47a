package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who watches finds the way from the country to a township, and the indicator that matters; each view has its address. */
@BrowserTest
class FindingIT {

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void links_lead_down_from_the_country_to_a_township_and_back_again() {
        Page page = DASHBOARD.open("?period=2021");
        assertThat(name(page)).containsText("全国");

        for (String below : List.of("云南省", "昆明市", "安宁市", "县街街道")) {
            page.locator("#children")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(below))
                    .click();
            assertThat(name(page)).containsText(below);
        }

        assertThat(page.locator("#breadcrumb")).hasText(Pattern.compile("全国.*云南省.*昆明市.*安宁市.*县街街道"));
        assertThat(tile(page, "mediation.disputes_arisen")).containsText("124");
        page.goBack();
        assertThat(name(page)).containsText("安宁市");
        page.goForward();
        assertThat(name(page)).containsText("县街街道");
    }

    @Test
    void an_indicator_that_is_picked_has_a_tile_and_the_charts_and_stays_in_the_address() {
        Page page = DASHBOARD.open("?at=530181009&period=2021");
        Locator picker = page.locator("#indicator-input");

        picker.fill("法律意见");
        assertThat(page.locator("#indicator-input-0")).containsText("法律意见建议");
        picker.press("Enter");

        assertThat(tile(page, "review.legal_opinions_issued")).containsText("40");
        assertThat(page.locator("#trend h2")).containsText("法律意见建议");
        page.reload();
        assertThat(tile(page, "review.legal_opinions_issued")).containsText("40");
        assertThat(page).hasURL(Pattern.compile("indicator=review\\.legal_opinions_issued"));
    }

    @Test
    void absent_is_told_from_zero() {
        DASHBOARD.pair().applied("""
                {"jurisdiction": "6101", "period": "2018", "figures": {"litigation.cases": 0}}""");

        Page page = DASHBOARD.open("?at=6101&period=2018&tiles=litigation.cases,litigation.hearings");

        assertThat(tile(page, "litigation.cases").locator(".value")).hasText("0");
        assertThat(tile(page, "litigation.hearings").locator(".value")).hasText("—");
        assertThat(tile(page, "litigation.hearings")).containsText("无数据");
    }

    @Test
    void every_digit_of_a_large_total_is_shown() {
        for (String county : List.of("02", "03", "04", "05", "06", "07", "09", "21")) {
            DASHBOARD.pair().applied("""
                    {"jurisdiction": "6501%s", "period": "2018", "figures": {"mediation.subsidies": 999999999999999.87}}""".formatted(county));
        }

        Page page = DASHBOARD.open("?at=6501&period=2018&tiles=mediation.subsidies");

        assertThat(tile(page, "mediation.subsidies").locator(".value")).hasText("7,999,999,999,999,998.96");
    }

    @Test
    void a_ranking_is_exported_with_the_token_in_a_header() throws IOException {
        Page page = DASHBOARD.open("?at=53&period=2021&indicator=mediation.disputes_arisen");
        Locator button = page.locator("#ranking").getByText("CSV");

        Download download = page.waitForDownload(button::click);

        assertThat(download.suggestedFilename()).endsWith(".csv");
        assertThat(Files.readString(download.path())).contains("昆明市");
    }

    @Test
    void an_address_that_names_nothing_leads_back_to_the_country() {
        Page page = DASHBOARD.open("?at=999999");

        assertThat(page.locator("#gate")).containsText("999999");
        page.getByText("查看全国").click();

        assertThat(name(page)).containsText("全国");
    }

    static Locator name(Page page) {
        return page.locator("#name");
    }

    static Locator tile(Page page, String indicator) {
        return page.locator("[data-indicator='%s']".formatted(indicator));
    }
}
