package app.leeway.outbox;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Kind;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.shared.Money;
import app.leeway.shared.Spoken;
import app.leeway.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a word says, in the language of whoever reads it: the text of the messages, with what is
 * known by the ids and codes of its facts in the places of their names.
 *
 * <ul>
 *   <li>{@code who}, {@code by}, {@code for}: a person's id, said as their name
 *   <li>{@code amount}, {@code offered}, {@code now}, {@code rest}: minor units of the company's
 *       currency
 *   <li>{@code kind}, {@code place}: codes, said as their names
 *   <li>{@code due}: an instant, said as the time of day where the reader is
 *   <li>anything else as it stands: {@code minutes}, {@code count}
 * </ul>
 */
@ApplicationScoped
public class WordText {

    private static final String BUNDLE = "app.leeway.messages";
    private static final Set<String> PEOPLE = Set.of("who", "by", "for");
    private static final Set<String> AMOUNTS = Set.of("amount", "offered", "now", "rest");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** The fact that a signed head is told by, in full; and its signature. */
    static final String STATEMENT = "statement";

    static final String SIGNATURE = "signature";

    @Inject Organizations organizations;
    @Inject Catalogues catalogues;

    /** The whole of it, for whoever was told, in the app. */
    public String in(ToldWord word, String language) {
        ResourceBundle texts = texts(language);
        String text = text(texts, "tell." + word.what(), word.urgent());
        return PLACE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        said(word, found.group(1), language, texts)));
    }

    /** A few words without anything of anybody, for what may be seen by others. */
    public static String brief(ToldWord word, String language) {
        return text(texts(language), "tell.brief." + word.what(), word.urgent());
    }

    /** A signed head in full, to be kept where it arrives; nothing for any other word. */
    static String enclosed(ToldWord word) {
        String statement = word.facts().get(STATEMENT);
        return statement == null
                ? ""
                : statement + "signature: " + word.facts().get(SIGNATURE) + "\n\n";
    }

    /** A text of the messages by itself. */
    static String plain(String key, String language) {
        return texts(language).getString(key);
    }

    /** Where in the desk it leads, below the address of the installation. */
    public static String link(ToldWord word) {
        String room = word.what().split("\\.")[0];
        return switch (room) {
            case "approval" -> "/approval/approval.xhtml?id=" + word.subject();
            case "absence" -> "/approval/absence.xhtml";
            case "record" -> "/index.xhtml";
            default ->
                    switch (word.what()) {
                        case "gesture.digest" -> "/gesture/gestures.xhtml?outcome=GO_AND_TELL";
                        case "gesture.late" -> "/gesture/gestures.xhtml?late=true";
                        default -> "/gesture/gesture.xhtml?id=" + word.subject();
                    };
        };
    }

    private static String text(ResourceBundle texts, String key, boolean urgent) {
        if (urgent && texts.containsKey(key + ".urgent")) {
            return texts.getString(key + ".urgent");
        }
        String other = key.startsWith("tell.brief.") ? "tell.brief.other" : "tell.other";
        return texts.getString(texts.containsKey(key) ? key : other);
    }

    private static ResourceBundle texts(String language) {
        Locale locale = "sv".equals(language) ? Locale.forLanguageTag("sv-SE") : Locale.UK;
        return ResourceBundle.getBundle(BUNDLE, locale);
    }

    private String said(ToldWord word, String name, String language, ResourceBundle texts) {
        Map<String, String> facts = word.facts();
        String fact = facts.get(name);
        if (fact == null) {
            return texts.getString(PEOPLE.contains(name) ? "tell.somebody" : "tell.something");
        }
        Organization organization = organizations.current();
        if (PEOPLE.contains(name)) {
            return organization
                    .person(Long.parseLong(fact))
                    .map(Person::name)
                    .orElse(texts.getString("tell.somebody"));
        }
        if (AMOUNTS.contains(name)) {
            String currency = organization.company().currency();
            return Spoken.money(Money.of(Long.parseLong(fact), currency)).in(language);
        }
        return switch (name) {
            case "kind" ->
                    named(catalogues.current().kindEver(fact).map(Kind::name), fact, language);
            case "place" -> named(organization.unitEver(fact).map(OrgUnit::name), fact, language);
            case "due" -> time(Instant.parse(fact), zone(organization, word.personId()));
            default -> fact;
        };
    }

    private static String named(java.util.Optional<Texts> name, String code, String language) {
        return name.map(texts -> texts.in(language)).orElse(code);
    }

    private static ZoneId zone(Organization organization, long personId) {
        return organization
                .person(personId)
                .map(person -> organization.zoneOf(person.at()))
                .orElse(organization.company().zone());
    }

    private static String time(Instant at, ZoneId zone) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }
}
