package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has a new address is still found under the former one. */
class FormerAddressesIT {

    private final RunningLeeway leeway = RunningLeeway.shared();
    private final Nordlyst nordlyst = Nordlyst.running();

    @ParameterizedTest
    @CsvSource({
        "kim, words?limit=1, notifications?limit=1",
        "stina, words/dead, notifications/undeliverable",
        "kim, looks?mine=true, spot-checks?mine=true",
        "kim, me/telling, me/notification-preferences"
    })
    void an_operation_answers_under_both(String user, String former, String now) throws Exception {
        HttpResponse<String> answer = get("/api/v1/" + former, user);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(get("/api/v1/" + now, user).body());
    }

    @ParameterizedTest
    @CsvSource({
        "kim, words?made=up, notifications?made=up, 422",
        "kim, words/nonsense, notifications/nonsense, 404",
        "kim, wordsmith, wordsmith, 404"
    })
    void and_refuses_under_both(String user, String former, String now, int status)
            throws Exception {
        assertThat(get("/api/v1/" + now, user).statusCode()).isEqualTo(status);
        assertThat(get("/api/v1/" + former, user).statusCode()).isEqualTo(status);
    }

    @Test
    void a_page_leads_to_where_it_is_now() {
        try (Browsers browsers = Browsers.open()) {
            leads(browsers, "kim", "/outbox/words.xhtml", "/notification/notifications.xhtml");
            leads(browsers, "kim", "/approval/absence.xhtml", "/absence/absence.xhtml");
            leads(browsers, "kim", "/approval/reviews.xhtml", "/spotcheck/spot-checks.xhtml");
            leads(
                    browsers,
                    "stina",
                    "/outbox/webhooks.xhtml?a=b%20c",
                    "/webhook/webhooks.xhtml?a=b%20c");
        }
    }

    private void leads(Browsers browsers, String user, String former, String now) {
        try (Visit visit =
                browsers.visitSignedIn(user, Device.DESKTOP, "en-GB", ColorScheme.LIGHT)
                        .expecting("error:abort")) {
            Page page = visit.open(former);
            assertThat(page.url()).isEqualTo(leeway.url() + now);
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
    }

    private HttpResponse<String> get(String path, String user) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(leeway.url().resolve(path))
                        .header("Authorization", "Bearer " + nordlyst.tokenOf(user))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
