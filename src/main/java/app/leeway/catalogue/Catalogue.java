package app.leeway.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be given, and where customers are met, at one revision of the company. Immutable. */
public final class Catalogue {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Touchpoint> touchpoints = new LinkedHashMap<>();

    public Catalogue(List<Kind> kinds, List<Touchpoint> touchpoints) {
        kinds.forEach(k -> this.kinds.put(k.code(), k));
        touchpoints.forEach(t -> this.touchpoints.put(t.code(), t));
    }

    public Optional<Kind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** In the company file's order, those in use only. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    public Optional<Touchpoint> touchpoint(String code) {
        return Optional.ofNullable(touchpoints.get(code));
    }

    public List<Touchpoint> touchpoints() {
        return List.copyOf(touchpoints.values());
    }
}
