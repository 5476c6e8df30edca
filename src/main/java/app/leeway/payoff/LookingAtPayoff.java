package app.leeway.payoff;

import app.leeway.loyalty.KeepingOutcomeSettings;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Leaders read what gestures were worth. */
@ApplicationScoped
public class LookingAtPayoff {

    @Inject Access access;
    @Inject Organizations organizations;
    @Inject KeepingOutcomeSettings settings;
    @Inject GroupNames names;
    @Inject Jdbi jdbi;

    /**
     * An edition and what is said in it.
     *
     * @param findings those of places are drawn towards each other, never shown raw
     */
    public record Read(Edition edition, List<Finding> findings) {

        public Read {
            findings = List.copyOf(findings);
        }

        public List<Finding> by(String what) {
            return findings.stream().filter(f -> f.group().by().equals(what)).toList();
        }

        public Optional<Finding> of(Group group) {
            return findings.stream().filter(f -> f.group().equals(group)).findFirst();
        }
    }

    public boolean isOpenTo(Actor actor) {
        return actor.is(Role.LEADER) || actor.is(Role.STEWARD) || actor.is(Role.AUDITOR);
    }

    /** The window that the company looks at first, in days. */
    public int usualDays() {
        return settings.current().window();
    }

    /**
     * @return empty while nothing has been reckoned
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED but for leaders, stewards and auditors
     */
    @Transactional
    public Optional<Read> read(Actor by, Edition.Key key) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        return read(key);
    }

    /**
     * What is said of the groups of one sort, as a page shows it: what pays first, what cannot be
     * told last; places by their names, since to rank them would make a lottery.
     */
    public List<ReviewLine> lines(Read read, String by, String language) {
        Comparator<ReviewLine> order = Comparator.comparing(l -> l.finding().state().ordinal());
        Comparator<ReviewLine> byName = Comparator.comparing(l -> l.name().in(language));
        Comparator<ReviewLine> sorting =
                switch (by) {
                    case "site", "kind-site" -> byName;
                    case "nth", "damage" -> Comparator.comparingInt(l -> from(l.group().key()));
                    default -> order.thenComparing(byName);
                };
        return read.by(by).stream()
                .map(finding -> ReviewLine.of(finding, names.of(finding.group())))
                .sorted(sorting)
                .toList();
    }

    /** Where a band begins: 100 of {@code 100-150}, 3 of {@code 3+}. */
    private static int from(String band) {
        return Integer.parseInt(band.replaceAll("\\D.*", ""));
    }

    /** Names of the editions, the latest month first, live before all. */
    @Transactional
    public List<String> editions(Actor by) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        String sql = "SELECT DISTINCT edition FROM payoff_edition ORDER BY edition DESC";
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Transactional
    Optional<Read> read(Edition.Key key) {
        Question question =
                Question.USUAL.over(key.days(), organizations.current().company().currency());
        Question asked = key.isLive() ? question.lookedAtDaily() : question;
        return jdbi.withHandle(
                handle ->
                        edition(handle, key)
                                .map(found -> new Read(found, findings(handle, key, asked))));
    }

    private static Optional<Edition> edition(Handle handle, Edition.Key key) {
        return handle.createQuery("SELECT * FROM payoff_edition WHERE " + Edition.Key.ROWS)
                .bindMap(key.bound())
                .map(
                        row ->
                                new Edition(
                                        key,
                                        row.getColumn("made_at", Instant.class),
                                        row.getColumn("until_day", Integer.class),
                                        row.getColumn("episodes", Long.class),
                                        row.getColumn("given", Long.class),
                                        row.getColumn("generated", Long.class),
                                        row.getColumn("ripening", Long.class)))
                .findOne();
    }

    private static List<Finding> findings(Handle handle, Edition.Key key, Question asked) {
        List<Finding> findings =
                StoredFacts.of(handle, key).evidence().stream()
                        .map(evidence -> Finding.of(evidence, asked))
                        .toList();
        return Families.corrected(findings).stream().map(f -> said(f, key, asked)).toList();
    }

    private static Finding said(Finding corrected, Edition.Key key, Question question) {
        Finding finding = key.isLive() ? corrected : corrected.amongMany(question);
        return key.about() == Edition.About.NO
                ? finding.saying(new NoSentences(finding, question).sentence())
                : finding;
    }
}
