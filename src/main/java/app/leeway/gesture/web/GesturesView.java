package app.leeway.gesture.web;

import app.leeway.gesture.CustomerReads;
import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureRow;
import app.leeway.gesture.Gestures;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import app.leeway.organization.VisibleScope;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The gestures that somebody sees, narrowed by the address. */
@Named("gestures")
@ViewScoped
public class GesturesView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Actors actors;

    @Inject Access access;

    @Inject Gestures gestures;

    @Inject CustomerReads reads;

    @Inject Organizations organizations;

    private GestureAddress address;
    private transient Gestures.Total total;
    private final Rows rows = new Rows();

    @PostConstruct
    void open() {
        access.require(actors.actor(), Role.STAFF, Role.MANAGER, Role.LEADER, Role.AUDITOR);
        FacesContext faces = FacesContext.getCurrentInstance();
        address = GestureAddress.of(faces.getExternalContext().getRequestParameterMap()::get);
    }

    /** Reads the sum anew, when something has changed. */
    public void refresh() {
        total = null;
    }

    private GestureFilter filter() {
        Actor actor = actors.actor();
        return address.filter(organizations.current().zoneOf(actor.at()));
    }

    private VisibleScope reach() {
        return access.reach(actors.actor());
    }

    public Map<String, String> getGiven() {
        return address.given();
    }

    public String getQuery() {
        return address.query();
    }

    public Gestures.Total getTotal() {
        if (total == null) {
            total = gestures.total(filter(), reach());
        }
        return total;
    }

    public LazyDataModel<GestureRow> getRows() {
        return rows;
    }

    /** A page of rows at a time, as the table asks for them. */
    private final class Rows extends LazyDataModel<GestureRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filterBy) {
            return Math.toIntExact(gestures.total(filter(), reach()).count());
        }

        @Override
        public List<GestureRow> load(
                int first,
                int pageSize,
                Map<String, SortMeta> sortBy,
                Map<String, FilterMeta> filterBy) {
            reads.of(actors.actor(), filter());
            return gestures.page(filter(), reach(), first, pageSize);
        }

        @Override
        public String getRowKey(GestureRow row) {
            return row.id().toString();
        }
    }
}
