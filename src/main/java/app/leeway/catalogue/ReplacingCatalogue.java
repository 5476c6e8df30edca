package app.leeway.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the catalogue that of a company file, in the caller's transaction. What is missing there is
 * retired, never removed; what comes back is the same as before. Units, clauses and incidents that
 * kinds name must be stored before.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReplacingCatalogue {

    @PersistenceContext EntityManager store;

    public void replaceKinds(List<Kind> kinds) {
        Map<String, KindRow> rows =
                store.createQuery("select k from KindRow k", KindRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(k -> k.code, k -> k));
        rows.values().forEach(row -> row.active = false);
        for (int i = 0; i < kinds.size(); i++) {
            KindRow row = rows.getOrDefault(kinds.get(i).code(), new KindRow());
            become(row, kinds.get(i), i);
            store.persist(row);
        }
        store.flush();
    }

    private static void become(KindRow row, Kind kind, int position) {
        row.code = kind.code();
        row.nameSv = kind.name().sv();
        row.nameEn = kind.name().en();
        row.category = kind.category();
        row.costModel = kind.cost().code();
        row.presetMinor = kind.presetMinor();
        row.perKmMinor = kind.perKmMinor();
        row.presets = new ArrayList<>(kind.presets());
        row.bends = new ArrayList<>(kind.bends());
        row.sites = new ArrayList<>(kind.sites());
        row.customer = kind.customerRequired() ? "required" : "optional";
        row.outreach = kind.outreach();
        row.answers = kind.answers();
        row.position = position;
        row.active = true;
    }

    public void replaceIncidents(List<IncidentType> incidents) {
        Map<String, IncidentTypeRow> rows =
                store.createQuery("select i from IncidentTypeRow i", IncidentTypeRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(i -> i.code, i -> i));
        rows.values().forEach(row -> row.active = false);
        for (int i = 0; i < incidents.size(); i++) {
            IncidentType incident = incidents.get(i);
            IncidentTypeRow row = rows.getOrDefault(incident.code(), new IncidentTypeRow());
            row.code = incident.code();
            row.nameSv = incident.name().sv();
            row.nameEn = incident.name().en();
            row.sites = new ArrayList<>(incident.sites());
            row.position = i;
            row.active = true;
            store.persist(row);
        }
        store.flush();
    }

    public void replaceTouchpoints(List<Touchpoint> touchpoints) {
        Map<String, TouchpointRow> rows =
                store.createQuery("select t from TouchpointRow t", TouchpointRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(t -> t.code, t -> t));
        rows.values().forEach(row -> row.active = false);
        for (int i = 0; i < touchpoints.size(); i++) {
            Touchpoint touchpoint = touchpoints.get(i);
            TouchpointRow row = rows.getOrDefault(touchpoint.code(), new TouchpointRow());
            row.code = touchpoint.code();
            row.nameSv = touchpoint.name().sv();
            row.nameEn = touchpoint.name().en();
            row.potential = touchpoint.potential();
            row.position = i;
            row.active = true;
            store.persist(row);
        }
        store.flush();
    }
}
