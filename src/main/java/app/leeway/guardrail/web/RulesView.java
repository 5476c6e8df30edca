package app.leeway.guardrail.web;

import app.leeway.catalogue.Catalogues;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Rules;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.shared.LocalizedText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Clauses and how far they bend; guardrails by code, each revision in plain words, past, in force
 * or to come.
 */
@Named("rules")
@RequestScoped
public class RulesView {

    /** Whether a revision holds today. */
    public enum Standing {
        IN_FORCE,
        COMING,
        PAST
    }

    /**
     * A revision of a rule.
     *
     * @param until the day on which it holds no more: its own, or the next revision's first; null
     *     for good
     */
    public record Revision(
            Guardrail rule, LocalizedText sentence, Standing standing, LocalDate until) {}

    /**
     * All revisions of a rule, the one to be read first on top.
     *
     * @param inForce null when none holds today
     */
    public record Rule(String code, Revision inForce, List<Revision> others) {}

    @Inject Rules rules;

    @Inject Organizations organizations;

    @Inject Catalogues catalogues;

    @Inject Clock clock;

    private List<Rule> all;
    private List<Clause> clauses;

    @PostConstruct
    void open() {
        Organization organization = organizations.current();
        RuleSentence words =
                new RuleSentence(
                        organization.company().currency(),
                        catalogues.current(),
                        organization.units().stream()
                                .collect(Collectors.toMap(OrgUnit::code, OrgUnit::name)));
        LocalDate today = LocalDate.now(clock.withZone(organization.company().zone()));
        Map<String, List<Guardrail>> byCode = new LinkedHashMap<>();
        rules.current()
                .revisions()
                .forEach(
                        rule ->
                                byCode.computeIfAbsent(rule.code(), code -> new ArrayList<>())
                                        .add(rule));
        all = byCode.values().stream().map(revisions -> rule(revisions, today, words)).toList();
        clauses = rules.current().clauses();
    }

    private static Rule rule(List<Guardrail> unordered, LocalDate today, RuleSentence words) {
        List<Guardrail> byDay =
                unordered.stream().sorted(java.util.Comparator.comparing(Guardrail::from)).toList();
        List<Revision> revisions = new ArrayList<>();
        for (int at = 0; at < byDay.size(); at++) {
            Guardrail next = at + 1 < byDay.size() ? byDay.get(at + 1) : null;
            revisions.add(0, revision(byDay.get(at), next, today, words));
        }
        Revision inForce =
                revisions.stream()
                        .filter(revision -> revision.standing() == Standing.IN_FORCE)
                        .findFirst()
                        .orElse(null);
        return new Rule(
                byDay.get(0).code(),
                inForce,
                revisions.stream().filter(revision -> revision != inForce).toList());
    }

    private static Revision revision(
            Guardrail rule, Guardrail next, LocalDate today, RuleSentence words) {
        LocalDate until = rule.until();
        if (next != null && (until == null || next.from().isBefore(until))) {
            until = next.from();
        }
        Standing standing =
                rule.from().isAfter(today)
                        ? Standing.COMING
                        : until != null && !until.isAfter(today)
                                ? Standing.PAST
                                : Standing.IN_FORCE;
        return new Revision(rule, words.of(rule), standing, until);
    }

    public List<Rule> getAll() {
        return all;
    }

    /** How many rules hold today. */
    public long getInForce() {
        return all.stream().filter(rule -> rule.inForce() != null).count();
    }

    /** How many revisions are still to come. */
    public long getComing() {
        return all.stream()
                .flatMap(rule -> rule.others().stream())
                .filter(revision -> revision.standing() == Standing.COMING)
                .count();
    }

    public List<Clause> getClauses() {
        return clauses;
    }
}
