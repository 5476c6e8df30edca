package app.leeway.company.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Books;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An installation without a company gets its first one over HTTP, then its customers. A company is
 * founded once, so these tests are one story, told in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FoundingIT {

    private static final UUID KEY = UUID.randomUUID();

    private static AnotherServer empty;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void aServerStartsOnAnEmptyDatabase() {
        empty = AnotherServer.startedEmpty(RunningLeeway.shared(), "empty-server");
    }

    @AfterAll
    static void itStops() {
        empty.close();
    }

    @Test
    @Order(1)
    void whileThereIsNoCompanyNobodyIsAPersonOfIt() {
        assertThat(as("stina").get("/me").code()).isEqualTo("not-a-person-here");
        assertThat(as("anna").get("/leeway").code()).isEqualTo("not-a-person-here");
    }

    @Test
    @Order(2)
    void onlyTheRealmsStewardsFoundIt() {
        for (String user : new String[] {"anna", "kim", "lena", "axel"}) {
            ApiAnswer answer = brought(as(user).withNewKey(), CompanyFiles.nordlyst());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("not-allowed");
        }
        ApiAnswer nobody =
                ApiClient.of(empty.url(), nordlyst.document(), () -> null)
                        .withNewKey()
                        .send("POST", "/company", "application/yaml", "x");
        assertThat(nobody.status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void aFileWithMistakesOrOnlyLookedAtFoundsNothing() {
        Map<String, String> before = books().digests();

        ApiAnswer wrong =
                brought(
                        as("stina").withNewKey(),
                        CompanyFiles.nordlyst().replace("rate: 320.00", "rate: lots"));
        ApiAnswer look =
                as("stina")
                        .send(
                                "POST",
                                "/company?dryRun=true",
                                "application/yaml",
                                CompanyFiles.nordlyst());

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.violations()).isNotEmpty();
        assertThat(look.status()).as(look.body()).isEqualTo(200);
        assertThat(look.texts("changes", "change")).isNotEmpty().containsOnly("added");
        assertThat(books().digests()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aStewardOfTheRealmFoundsItAndIsThenAPersonOfIt() {
        ApiAnswer answer = brought(as("stina").withKey(KEY), CompanyFiles.nordlyst());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("revision")).isEqualTo("1");
        assertThat(as("stina").get("/me").status()).isEqualTo(200);
        assertThat(
                        books().figure(
                                        "SELECT count(*) FROM audit_entry a JOIN person p ON p.id ="
                                                + " a.person_id WHERE a.what ="
                                                + " 'company.imported' AND p.user_name = 'stina'"))
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void P2_sentAgainItIsAnsweredAsBeforeAndWhoeverComesLaterIsNoFounder() {
        ApiAnswer again = brought(as("stina").withKey(KEY), CompanyFiles.nordlyst());
        ApiAnswer later = brought(as("stina").withNewKey(), CompanyFiles.nordlyst());

        assertThat(again.isReplayed()).isTrue();
        assertThat(again.text("revision")).isEqualTo("1");
        assertThat(later.json().get("changes")).isEmpty();
        assertThat(brought(as("anna").withNewKey(), CompanyFiles.nordlyst()).code())
                .isEqualTo("not-allowed");
    }

    @Test
    @Order(6)
    void customersFollowAsCsvAsTheyAreWritten() {
        String csv =
                """
                code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known
                C-1,Åsa O'Neill,+46701112233,asa@example.org,gold,,,O'Neill,1976-05-12,sv,"says ""hej"", twice"
                C-2,"Ek, Bo",,,,,,"Ek, Ek & Co",,,"first line
                second line"
                C-3,'; drop table customer; --,,,,,,,,,=1+1
                """;

        ApiAnswer answer = as("stina").send("POST", "/customers", "text/csv", csv);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("added")).isEqualTo("3");
        ApiAnswer asa = as("stina").get("/customers/C-1");
        assertThat(asa.text("name")).isEqualTo("Åsa O'Neill");
        assertThat(asa.text("known")).isEqualTo("says \"hej\", twice");
        assertThat(as("stina").get("/customers/C-2").text("name")).isEqualTo("Ek, Bo");
        assertThat(as("stina").get("/customers/C-2").text("known"))
                .isEqualTo("first line\nsecond line");
        assertThat(as("stina").get("/customers/C-3").text("name"))
                .isEqualTo("'; drop table customer; --");
        assertThat(as("stina").get("/customers?q=o'neill").texts("items", "code"))
                .containsExactly("C-1");
    }

    @Test
    @Order(7)
    void aCustomerFileIsTakenWholeOrRefusedWholeWithItsLines() {
        Map<String, String> before = books().digests();

        ApiAnswer answer =
                as("stina")
                        .send(
                                "POST",
                                "/customers",
                                "text/csv",
                                "code,name,phone,email,tier,price_level,member_of,known_as,"
                                        + "birth_date,language,known\n"
                                        + "C-9,Good,,,,,,,,,\n"
                                        + "C-10,,,not-a-mail,,,,,12 May,,\n"
                                        + "C-9,Twice,,,,,,,,,\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations())
                .containsExactly(
                        "line 3 missing",
                        "line 3 malformed",
                        "line 3 malformed",
                        "line 4 duplicate-code");
        assertThat(books().digests()).isEqualTo(before);
    }

    private ApiClient as(String user) {
        return nordlyst.as(user, empty.url());
    }

    private static Books books() {
        return new Books(empty.database());
    }

    private static ApiAnswer brought(ApiClient client, String yaml) {
        return client.send("POST", "/company", "application/yaml", yaml);
    }
}
