package app.leeway.organization.web;

import app.leeway.organization.Actor;
import app.leeway.organization.ChoosingPreferences;
import app.leeway.organization.Preferences;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How I like to be spoken to: language, light, and hand on the tablet. */
@Named("me")
@RequestScoped
public class MeView {

    @Inject Actors actors;

    @Inject ChoosingPreferences choosing;

    private Actor actor;
    private String language;
    private String appearance;
    private String hand;

    @PostConstruct
    void open() {
        actor = actors.actor();
        Preferences chosen = choosing.chosen(actor);
        language = chosen.language();
        appearance = chosen.appearance();
        hand = chosen.hand();
    }

    /** The page comes back in what was chosen. */
    public String choose() {
        choosing.choose(actor, new Preferences(language, hand, appearance));
        return "/organization/me?faces-redirect=true";
    }

    public Actor getActor() {
        return actor;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getAppearance() {
        return appearance;
    }

    public void setAppearance(String appearance) {
        this.appearance = appearance;
    }

    public String getHand() {
        return hand;
    }

    public void setHand(String hand) {
        this.hand = hand;
    }
}
