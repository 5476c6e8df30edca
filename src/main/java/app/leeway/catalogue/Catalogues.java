package app.leeway.catalogue;

import app.leeway.organization.CompanyRevision;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;

/** The catalogue as stored, read anew only when the company's revision has moved. */
@ApplicationScoped
public class Catalogues {

    @PersistenceContext EntityManager store;
    @Inject CompanyRevision revision;

    private final Snapshot<Catalogue> snapshot = new Snapshot<>();

    public Catalogue current() {
        return asOf(revision.current());
    }

    /**
     * @param revision which the caller has read from the store itself
     */
    public Catalogue asOf(long revision) {
        return snapshot.at(revision, this::load);
    }

    private Catalogue load() {
        List<KindRow> kinds =
                store.createQuery("select k from KindRow k order by k.position", KindRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        List<TouchpointRow> touchpoints =
                store.createQuery(
                                "select t from TouchpointRow t order by t.position",
                                TouchpointRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        List<IncidentTypeRow> incidents =
                store.createQuery(
                                "select i from IncidentTypeRow i order by i.position",
                                IncidentTypeRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        return new Catalogue(
                kinds.stream().filter(k -> k.active).map(Catalogues::kind).toList(),
                touchpoints.stream().filter(t -> t.active).map(Catalogues::touchpoint).toList(),
                incidents.stream().filter(i -> i.active).map(Catalogues::incident).toList(),
                new Catalogue.Former(
                        kinds.stream().filter(k -> !k.active).map(Catalogues::kind).toList(),
                        touchpoints.stream()
                                .filter(t -> !t.active)
                                .map(Catalogues::touchpoint)
                                .toList(),
                        incidents.stream()
                                .filter(i -> !i.active)
                                .map(Catalogues::incident)
                                .toList()));
    }

    private static Kind kind(KindRow row) {
        return new Kind(
                row.code,
                new LocalizedText(row.nameSv, row.nameEn),
                row.category,
                Kind.CostModel.valueOf(row.costModel.toUpperCase(Locale.ROOT)),
                row.presetMinor,
                row.perKmMinor,
                List.copyOf(row.presets),
                List.copyOf(row.bends),
                List.copyOf(row.sites),
                "required".equals(row.customer),
                row.outreach,
                row.answers);
    }

    private static IncidentType incident(IncidentTypeRow row) {
        return new IncidentType(
                row.code, new LocalizedText(row.nameSv, row.nameEn), List.copyOf(row.sites));
    }

    private static Touchpoint touchpoint(TouchpointRow row) {
        return new Touchpoint(row.code, new LocalizedText(row.nameSv, row.nameEn), row.potential);
    }
}
