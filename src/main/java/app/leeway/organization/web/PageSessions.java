package app.leeway.organization.web;

import app.leeway.organization.identity.DisabledPeople;
import app.leeway.organization.identity.EndedSignIns;
import app.leeway.organization.identity.RealmWatch;
import app.leeway.organization.identity.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The sessions of open pages. One whose sign-in has ended is ended too, without waiting for its
 * next request: with it end the web sockets that it holds.
 */
@ApplicationScoped
public class PageSessions {

    private static final Logger LOG = Logger.getLogger(PageSessions.class.getName());
    private static final String NAME = PageSessions.class.getName();

    @Inject EndedSignIns ended;
    @Inject DisabledPeople disabled;

    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    /** Lies in the session, which says when it is over. */
    private static final class Held implements HttpSessionBindingListener {
        private final HttpSession session;
        private final SignIn signIn;
        private final Set<Held> among;

        Held(HttpSession session, SignIn signIn, Set<Held> among) {
            this.session = session;
            this.signIn = signIn;
            this.among = among;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent begins) {
            among.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent ends) {
            among.remove(this);
        }

        void end() {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                LOG.log(Level.FINE, "the session had ended by itself", e);
                among.remove(this);
            }
        }
    }

    /** From now on the session lasts no longer than the sign-in. */
    void tie(HttpSession session, SignIn signIn) {
        boolean tied =
                session.getAttribute(NAME) instanceof Held known && known.signIn.equals(signIn);
        if (!tied) {
            session.setAttribute(NAME, new Held(session, signIn, held));
        }
    }

    void endWhatIsOver(@Observes RealmWatch.Asked asked) {
        held.stream()
                .filter(one -> isOver(one.signIn))
                .toList() // ending one takes it away
                .forEach(Held::end);
    }

    private boolean isOver(SignIn signIn) {
        return ended.isOver(signIn) || disabled.isDisabled(signIn.sub());
    }
}
