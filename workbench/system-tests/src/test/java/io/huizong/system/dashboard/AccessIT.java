package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.huizong.system.dashboard.FindingIT.name;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without a token nothing is shown but the question for one, which never gets into an address. */
@BrowserTest
class AccessIT {

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void who_has_no_token_is_asked_for_one_and_then_sees_what_the_address_names() {
        Page page = DASHBOARD.open("?at=53&period=2021", new NewContextOptions(), null);
        assertThat(page.locator("#gate h1")).hasText("请先出示令牌");
        assertThat(page.locator("#content")).isHidden();

        String token = DASHBOARD.pair().token("viewer");
        page.locator("#token").fill(token);
        page.locator("#token").press("Enter");

        assertThat(name(page)).containsText("云南省");
        assertThat(page.url()).doesNotContain(token.substring(0, 20));
    }

    @Test
    void a_token_that_is_not_valid_is_told_from_none() {
        Page page = DASHBOARD.open("", new NewContextOptions(), "nonsense");

        assertThat(page.locator("#gate h1")).hasText("令牌无效或已过期");
    }

    @Test
    void a_token_that_does_not_permit_it_is_told() {
        Page page = DASHBOARD.open("", new NewContextOptions(), DASHBOARD.pair().token("submitter"));

        assertThat(page.locator("#gate h1")).hasText("此令牌无权查看");
    }

    @Test
    void the_language_is_a_click_away_and_stays() {
        Page page = DASHBOARD.open("?at=53&period=2021");
        assertThat(page.locator("#ranking h2")).containsText("下级排名：调解成功率");

        page.locator("#language").click();

        assertThat(page.locator("#ranking h2")).containsText("Ranking below: Mediation success rate");
        assertThat(page.locator("html")).hasAttribute("lang", "en-GB");
        page.reload();
        assertThat(page.locator("#ranking h2")).containsText("Ranking below: Mediation success rate");
    }
}
