package app.leeway.notification;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Kind;
import app.leeway.notification.NotificationType.Placeholder;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.MoneyFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a notification says, in the language of whoever reads it: the text of the messages, with
 * what is known by the ids and codes of its facts in the places of their names. A stored
 * notification whose type no longer exists says that something happened, and leads to the start
 * page.
 */
@ApplicationScoped
public class NotificationText {

    private static final String BUNDLE = "app.leeway.messages";
    private static final String START = "/index.xhtml";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    @Inject Organizations organizations;
    @Inject Catalogues catalogues;
    @Inject NotificationTypes types;

    /** The whole of it, for whoever was told, in the app. */
    public String in(StoredNotification notification, String language) {
        ResourceBundle texts = texts(language);
        Map<String, Placeholder> placeholders =
                types.find(notification.what())
                        .map(NotificationType::placeholders)
                        .orElse(Map.of());
        return PLACE.matcher(text(texts, "tell." + notification.what(), notification.urgent()))
                .replaceAll(
                        found -> {
                            Placeholder meaning =
                                    placeholders.getOrDefault(found.group(1), Placeholder.TEXT);
                            String fact = notification.facts().get(found.group(1));
                            String said =
                                    fact == null
                                            ? unknown(meaning, texts)
                                            : said(
                                                    meaning,
                                                    fact,
                                                    notification.personId(),
                                                    language,
                                                    texts);
                            return Matcher.quoteReplacement(said);
                        });
    }

    /** A brief text that names nobody, for screens that others may see. */
    public static String brief(StoredNotification notification, String language) {
        return text(texts(language), "tell.brief." + notification.what(), notification.urgent());
    }

    /** What a mail holds in full; nothing for most. */
    String enclosed(StoredNotification notification) {
        return types.find(notification.what())
                .map(type -> type.enclosure(notification.facts()))
                .orElse("");
    }

    /** A text of the messages by itself. */
    static String plain(String key, String language) {
        return texts(language).getString(key);
    }

    /** Where in the desk it leads, below the address of the installation. */
    public String link(StoredNotification notification) {
        return types.find(notification.what())
                .map(type -> type.link(notification.subject()))
                .orElse(START);
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

    private static String unknown(Placeholder meaning, ResourceBundle texts) {
        return texts.getString(meaning == Placeholder.PERSON ? "tell.somebody" : "tell.something");
    }

    String said(
            Placeholder meaning, String fact, long reader, String language, ResourceBundle texts) {
        Organization organization = organizations.current();
        return switch (meaning) {
            case PERSON ->
                    organization
                            .person(Long.parseLong(fact))
                            .map(Person::name)
                            .orElse(texts.getString("tell.somebody"));
            case AMOUNT ->
                    MoneyFormat.money(
                                    Money.of(
                                            Long.parseLong(fact),
                                            organization.company().currency()))
                            .in(language);
            case KIND -> named(catalogues.current().kindEver(fact).map(Kind::name), fact, language);
            case PLACE -> named(organization.unitEver(fact).map(OrgUnit::name), fact, language);
            case TIME -> time(Instant.parse(fact), zone(organization, reader));
            case TEXT -> fact;
        };
    }

    private static String named(Optional<LocalizedText> name, String code, String language) {
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
