package app.leeway.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be given, and where customers are met, at one revision of the company. Immutable. */
public final class Catalogue {

    /** What is no longer given or met, and still stands in history. */
    record Former(List<Kind> kinds, List<Touchpoint> touchpoints, List<IncidentType> incidents) {}

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Touchpoint> touchpoints = new LinkedHashMap<>();
    private final Map<String, IncidentType> incidents = new LinkedHashMap<>();
    private final Map<String, Kind> formerKinds = new LinkedHashMap<>();
    private final Map<String, Touchpoint> formerTouchpoints = new LinkedHashMap<>();
    private final Map<String, IncidentType> formerIncidents = new LinkedHashMap<>();

    public Catalogue(List<Kind> kinds, List<Touchpoint> touchpoints) {
        this(kinds, touchpoints, List.of(), new Former(List.of(), List.of(), List.of()));
    }

    Catalogue(
            List<Kind> kinds,
            List<Touchpoint> touchpoints,
            List<IncidentType> incidents,
            Former former) {
        incidents.forEach(i -> this.incidents.put(i.code(), i));
        former.incidents.forEach(i -> formerIncidents.put(i.code(), i));
        kinds.forEach(k -> this.kinds.put(k.code(), k));
        touchpoints.forEach(t -> this.touchpoints.put(t.code(), t));
        former.kinds.forEach(k -> formerKinds.put(k.code(), k));
        former.touchpoints.forEach(t -> formerTouchpoints.put(t.code(), t));
    }

    /** One that can be given now. */
    public Optional<Kind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** One that can be given now, or could once. */
    public Optional<Kind> kindEver(String code) {
        return kind(code).or(() -> Optional.ofNullable(formerKinds.get(code)));
    }

    /** In the company file's order, those in use only. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** One in use. */
    public Optional<Touchpoint> touchpoint(String code) {
        return Optional.ofNullable(touchpoints.get(code));
    }

    /** One in use, or that was once. */
    public Optional<Touchpoint> touchpointEver(String code) {
        return touchpoint(code).or(() -> Optional.ofNullable(formerTouchpoints.get(code)));
    }

    /** In the company file's order, those in use only. */
    public List<Touchpoint> touchpoints() {
        return List.copyOf(touchpoints.values());
    }

    /** In the company file's order, those in use only. */
    public List<IncidentType> incidents() {
        return List.copyOf(incidents.values());
    }

    /** One in use. */
    public Optional<IncidentType> incident(String code) {
        return Optional.ofNullable(incidents.get(code));
    }

    /** One in use, or that was once. */
    public Optional<IncidentType> incidentEver(String code) {
        return incident(code).or(() -> Optional.ofNullable(formerIncidents.get(code)));
    }

    /** Those retired. */
    public List<Kind> formerKinds() {
        return List.copyOf(formerKinds.values());
    }

    /** Those retired. */
    public List<Touchpoint> formerTouchpoints() {
        return List.copyOf(formerTouchpoints.values());
    }
}
