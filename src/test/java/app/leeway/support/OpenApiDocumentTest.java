package app.leeway.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final String PROBLEM = "application/problem+json";
    private static String text;
    private static OpenApiDocument document;

    @BeforeAll
    static void reading() {
        document = OpenApiDocument.written();
        text = document.json();
    }

    @Test
    void P11_an_answer_as_described_passes() {
        assertThat(document.wrongInAnswer("GET", "/api/v1/customers/C-1", 200, json(), customer()))
                .isEmpty();
        assertThat(
                        document.wrongInAnswer(
                                "POST", "/api/v1/gestures", 422, PROBLEM, problem("invalid")))
                .isEmpty();
    }

    @Test
    void P11_a_member_that_is_not_described_turns_the_test_red() {
        String more = customer().replace("}", ",\"shoeSize\":39}");

        assertThat(document.wrongInAnswer("GET", "/api/v1/customers/C-1", 200, json(), more))
                .singleElement()
                .asString()
                .contains("shoeSize");
    }

    @Test
    void P11_a_wrong_member_in_the_document_turns_the_test_red() {
        OpenApiDocument wrong =
                OpenApiDocument.of(text.replace("\"priceLevel\"", "\"levelOfPrice\""));

        assertThat(wrong.wrongInAnswer("GET", "/api/v1/customers/C-1", 200, json(), customer()))
                .isNotEmpty();
    }

    @Test
    void P11_what_is_not_described_at_all_turns_the_test_red() {
        assertThat(document.wrongInAnswer("GET", "/api/v1/customers/C-1", 204, json(), ""))
                .isNotEmpty();
        assertThat(document.wrongInAnswer("GET", "/api/v1/nothing", 200, json(), "{}"))
                .isNotEmpty();
        assertThat(document.wrongInAnswer("GET", "/api/v1/me", 200, "text/html", "<p>"))
                .isNotEmpty();
        assertThat(document.wrongInAnswer("GET", "/api/v1/me", 404, json(), "{}")).isNotEmpty();
    }

    @Test
    void P11_a_request_that_was_taken_though_it_is_not_as_described_turns_the_test_red() {
        String path = "/api/v1/gestures";
        String body = "{\"kind\":\"goodwill\",\"done\":true}";

        assertThat(document.wrongInRequest("POST", path, json(), body)).isEmpty();
        assertThat(document.wrongInRequest("POST", path, json(), "{\"kind\":7,\"done\":true}"))
                .isNotEmpty();
        assertThat(document.wrongInRequest("POST", path, "text/xml", body)).isNotEmpty();
    }

    private static String json() {
        return "application/json";
    }

    private static String customer() {
        return "{\"code\":\"C-1\",\"name\":\"Å\",\"priceLevel\":\"premium\"}";
    }

    private static String problem(String code) {
        return "{\"type\":\"/problems/x\",\"title\":\"x\",\"status\":422,\"detail\":\"x\","
                + "\"code\":\""
                + code
                + "\",\"requestId\":\"r\"}";
    }
}
