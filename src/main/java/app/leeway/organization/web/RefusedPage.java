package app.leeway.organization.web;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.render.ResponseStateManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a page answers when it cannot be shown: the status says it to machines, a page of the same
 * frame to people. A view that has lapsed opens anew; within an Ajax call the browser is sent
 * there, since a page inside a part of a page would be dead. Where a second factor is missing, it
 * is sent to where that is asked for, and comes back.
 */
final class RefusedPage extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(RefusedPage.class.getName());

    RefusedPage(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!events.hasNext()
                || faces == null
                || faces.getExternalContext().isResponseCommitted()) {
            getWrapped().handle();
            return;
        }
        Throwable thrown = events.next().getContext().getException();
        events.remove();
        while (events.hasNext()) {
            events.next();
            events.remove();
        }
        try {
            answer(faces, thrown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(FacesContext faces, Throwable thrown) throws IOException {
        ExternalContext outside = faces.getExternalContext();
        RefusedException refused = find(thrown, RefusedException.class);
        if (isViewLost(faces, thrown)) {
            outside.redirect(address(outside));
        } else if (refused != null && refused.refusal() == Refusal.STEP_UP_NEEDED) {
            outside.redirect(outside.getRequestContextPath() + "/step-up?to=" + address(outside));
        } else {
            int status = refused == null ? 500 : status(refused);
            if (refused == null) {
                LOG.log(Level.SEVERE, "A page could not be shown", thrown);
            }
            if (faces.getPartialViewContext().isAjaxRequest()) {
                outside.redirect(
                        outside.getRequestContextPath() + "/error/" + page(status) + ".xhtml");
            } else {
                outside.responseReset();
                outside.responseSendError(status, null);
            }
        }
        faces.responseComplete();
    }

    /**
     * Of a view that has lapsed, and of a state that never was ours: it cannot even be read, and
     * nothing has been done of what was sent.
     */
    private static boolean isViewLost(FacesContext faces, Throwable thrown) {
        return find(thrown, ViewExpiredException.class) != null
                || PhaseId.RESTORE_VIEW.equals(faces.getCurrentPhaseId())
                        && find(thrown, RefusedException.class) == null
                        && faces.getExternalContext()
                                .getRequestParameterMap()
                                .containsKey(ResponseStateManager.VIEW_STATE_PARAM);
    }

    private static int status(RefusedException refused) {
        return switch (refused.refusal()) {
            case NOT_ALLOWED, OUTSIDE_YOUR_AREA, NOT_A_PERSON_HERE -> 403;
            case NOT_FOUND -> 404;
            default -> 500;
        };
    }

    private static String page(int status) {
        return status == 403 ? "forbidden" : status == 404 ? "missing" : "failed";
    }

    /** Of the page itself, with what stood behind its question mark where the browser says it. */
    private static String address(ExternalContext outside) {
        String info = outside.getRequestPathInfo();
        String page =
                outside.getRequestContextPath()
                        + outside.getRequestServletPath()
                        + (info == null ? "" : info);
        String query = query(outside.getRequestHeaderMap().get("Referer"), page);
        return query == null ? page : page + "?" + query;
    }

    private static String query(String referer, String page) {
        try {
            URI from = referer == null ? null : new URI(referer);
            return from != null && page.equals(from.getPath()) ? from.getRawQuery() : null;
        } catch (URISyntaxException e) {
            return null; // the page opens without: what a browser sends can be anything
        }
    }

    private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
