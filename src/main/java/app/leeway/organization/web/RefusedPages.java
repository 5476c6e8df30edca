package app.leeway.organization.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Gives every request of a page the {@link RefusedPage}. */
public final class RefusedPages extends ExceptionHandlerFactory {

    public RefusedPages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new RefusedPage(getWrapped().getExceptionHandler());
    }
}
