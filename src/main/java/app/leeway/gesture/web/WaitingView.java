package app.leeway.gesture.web;

import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureState;
import app.leeway.gesture.Gestures;
import app.leeway.organization.Access;
import app.leeway.organization.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many wait for an answer where I decide: for the line on top of every page. */
@Named("waiting")
@RequestScoped
public class WaitingView {

    @Inject Actors actors;

    @Inject Access access;

    @Inject Gestures gestures;

    private long count;

    @PostConstruct
    void open() {
        GestureFilter awaiting =
                new GestureFilter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        GestureState.AWAITING_APPROVAL,
                        null,
                        null,
                        null,
                        null);
        count = gestures.total(awaiting, access.reach(actors.actor())).count();
    }

    public long getCount() {
        return count;
    }
}
