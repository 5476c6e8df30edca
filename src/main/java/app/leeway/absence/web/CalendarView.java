package app.leeway.absence.web;

import app.leeway.absence.CalendarStatus;
import app.leeway.absence.Calendars;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** My calendar, as a part of the page of absences. */
@Named("calendar")
@RequestScoped
public class CalendarView {

    private static final String BACK = "/absence/absence?faces-redirect=true";

    /** One byte more than is ever read, so that a file that is too long is seen to be. */
    private static final int MOST_BYTES = 2 * 1024 * 1024 + 1;

    @Inject Actors actors;
    @Inject Calendars calendars;

    private Actor actor;
    private CalendarStatus status;
    private String url;
    private Part file;
    private String wrong;

    @PostConstruct
    void open() {
        actor = actors.actor();
        status = calendars.status(actor);
    }

    public String subscribe() {
        try {
            if (url == null) {
                return sayWrong("not-an-address");
            }
            calendars.subscribe(actor, url);
            return BACK;
        } catch (RefusedException refused) {
            return sayWrong(refused.violations().get(0).code());
        }
    }

    public String bring() throws IOException {
        if (file == null || file.getSize() == 0) {
            return sayWrong("not-a-calendar");
        }
        try (InputStream in = file.getInputStream()) {
            calendars.importFile(actor, in.readNBytes(MOST_BYTES));
            return BACK;
        } catch (RefusedException refused) {
            return sayWrong(refused.violations().get(0).code());
        }
    }

    public String leave() {
        calendars.unsubscribe(actor);
        return BACK;
    }

    private String sayWrong(String code) {
        wrong = code;
        return null;
    }

    public CalendarStatus getStatus() {
        return status;
    }

    /** The code of what is wrong; null: nothing is. */
    public String getWrong() {
        return wrong;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
